Counting an election from a file, without a book.

    $ cat > wood.json << END
    > {"options": ["Well", "School roof", "Keep talking"], "default_option": 2, "quorum": 4,
    >  "ballots": [[4, [1, 2, 3]], [3, [3, 1, 2]], [2, [2, 1, 3]], [1, [null, null, null]]]}
    > END
    $ tequio-cli tally schulze wood.json
    {
      "rule": "schulze",
      "file": "wood.json",
      "ballots": 9,
      "invalid": [
        {"line":2,"ballots":1,"reason":"empty"}
      ],
      "names": [
        "Well",
        "School roof",
        "Keep talking"
      ],
      "pairwise": [
        [0,4,6],
        [5,0,9],
        [3,0,0]
      ],
      "strongest_paths": [
        [0,0,6],
        [5,0,9],
        [0,0,0]
      ],
      "order": [1,0,2],
      "winners": [1],
      "ties": [],
      "decided": true
    }
    $ tequio-cli tally debian wood.json --format text | grep -v '^$'
    Rule: debian
    File: wood.json
    Ballots counted: 9
    Not counted, line 2, ballots: 1; nothing is marked on it.
    Options:
       1. Well
       2. School roof
       3. Keep talking
    Voters who rank the row above the column:
           1 2 3
        1: - 4 6
        2: 5 - 9
        3: 3 0 -
    Against the default option “Keep talking” (quorum 4):
    “Well”: 6 for, 3 against, needs 1 to 1: stays
    “School roof”: 9 for, 0 against, needs 1 to 1: stays
    Round 1: nobody outside defeats “School roof”, directly or in a chain.
    Elected: “School roof”

    $ tequio-cli tally irv wood.json --format text | grep -v '^$'
    Rule: irv
    File: wood.json
    Ballots counted: 9
    Not counted, line 2, ballots: 1; nothing is marked on it.
    Options:
       1. Well
       2. School roof
       3. Keep talking
    Round 1:
      Well                                                       4
      School roof                                                5
      Keep talking                                               0
      Ballots that count for nobody any more: 0
    Elected: “School roof”

    $ tequio-cli tally ranked_pairs wood.json --format text | grep -v '^$' | tail -7
        2: 5 - 9
        3: 3 0 -
    Defeats, the clearest first:
    “School roof” over “Keep talking”, 9 to 0: locked
    “Well” over “Keep talking”, 6 to 3: locked
    “School roof” over “Well”, 5 to 4: locked
    Elected: “School roof”

Seats by the Scottish rules.

    $ cat > seats.blt << END
    > 4 3
    > 6 1 2 3 0
    > 5 2 4 0
    > 1 3 0
    > 1 4 0
    > 0
    > "Ana"
    > "Beto"
    > "Citlali"
    > "Diego"
    > "Council"
    > END
    $ tequio-cli tally stv seats.blt --format text | grep -v '^$'
    Rule: stv
    File: seats.blt
    Ballots counted: 13
    Options:
       1. Ana
       2. Beto
       3. Citlali
       4. Diego
    Seats: 3
    Quota: 13 / (3 + 1), whole part, + 1 = 4
    Stage 1: first preferences
      Ana                                                  6.00000
      Beto                                                 5.00000
      Citlali                                              1.00000
      Diego                                                1.00000
      (cannot move on, and fractions cut off)              0.00000
      Reaches the quota: “Ana”
      Reaches the quota: “Beto”
    Stage 2: the surplus of “Ana” moves on
      Ana                                                  4.00000
      Beto                                                 5.00000
      Citlali                                              2.99998
      Diego                                                1.00000
      (cannot move on, and fractions cut off)              0.00002
    Stage 3: the surplus of “Beto” moves on
      Ana                                                  4.00000
      Beto                                                 4.00000
      Citlali                                              2.99998
      Diego                                                2.00000
      (cannot move on, and fractions cut off)              0.00002
    Stage 4: “Diego” is excluded
      Ana                                                  4.00000
      Beto                                                 4.00000
      Citlali                                              2.99998
      Diego                                                0.00000
      (cannot move on, and fractions cut off)              2.00002
    As many continue as seats are left, so this one has a seat: “Citlali”
    Elected: “Ana”
    Elected: “Beto”
    Elected: “Citlali”

    $ tequio-cli tally stv seats.blt --seats 1 | grep -A1 quota
      "quota": 7,
      "stages": [
    --
          "action": "first preferences, quota 7",
          "votes": [600000,500000,100000,100000],

Beto has withdrawn, and two are in the same place on three papers.

    $ cat > withdrawn.blt << END
    > 3 1
    > -2
    > 4 2 1 0
    > 3 1=3 2 0
    > 2 2 0
    > 1 3 0
    > 0
    > "Ana"
    > "Beto"
    > "Citlali"
    > END
    $ tequio-cli tally schulze withdrawn.blt | tr -d ' \n'
    {"rule":"schulze","file":"withdrawn.blt","ballots":8,"invalid":[{"line":5,"ballots":2,"reason":"all_withdrawn"}],"names":["Ana","Beto","Citlali"],"withdrawn":[1],"pairwise":[[0,0,4],[0,0,0],[1,0,0]],"strongest_paths":[[0,0,4],[0,0,0],[0,0,0]],"order":[0,2],"winners":[0],"ties":[],"decided":true} (no line end)
    $ tequio-cli tally irv withdrawn.blt --format text | grep -v '^$'
    Rule: irv
    File: withdrawn.blt
    Ballots counted: 8
    Not counted, line 5, ballots: 2; it names only who has withdrawn.
    Options:
       1. Ana
       2. Beto
       3. Citlali
    Withdrawn before the count: “Beto”
    Round 1:
      Ana                                                        4
      Citlali                                                    4
      Ballots that count for nobody any more: 0
    Ties:
    Step 1: tied “Ana”, “Citlali”, and no lot was drawn before the count. The assembly decides.
    A tie is left to the assembly. What follows holds only with it.
    Elected: “Ana”
    Elected: “Citlali”

A tie is the assembly's, or the lot's that was drawn before.

    $ printf '{"options": ["A", "B"], "ballots": [[1, [1, 2]], [1, [2, 1]]]}\n' > tie.json
    $ tequio-cli tally plurality tie.json --format text | grep -v '^$' | tail -6
      B                                                          1
    Ties:
    Step 1: tied “A”, “B”, and no lot was drawn before the count. The assembly decides.
    A tie is left to the assembly. What follows holds only with it.
    Elected: “A”
    Elected: “B”

    $ printf 'B\nA\n' > lot.txt
    $ tequio-cli tally plurality tie.json --ties lot:lot.txt --format text | grep -v '^$' | tail -4
      B                                                          1
    Ties:
    Step 1: tied “A”, “B”. The lot drawn before the count decided: “B”.
    Elected: “B”

    $ printf 'B\n' > lot.txt
    $ tequio-cli tally plurality tie.json --ties lot:lot.txt
    tequio-cli: The lot order “lot.txt” does not name “A”. It must name every option.
    [1]

Scores, and a motion.

    $ printf '{"options": ["A", "B"], "max_score": 5, "score_ballots": [[2, [3, 4]], [1, [5, null]]]}\n' > s.json
    $ tequio-cli tally star s.json --format text | grep -v '^$' | tail -n +9
      B                                                   8 from 2
    Runoff, voters who score one above the other:
      A                                                          1
      B                                                          2
    Elected: “B”

    $ cat > motion.json << END
    > {"kind": "majority", "threshold": "2/3", "strict": true, "base": "yes_no", "quorum": "1/2",
    >  "quorum_strict": true, "call": 1, "agree": 20, "aside": 0, "object": 10, "blank": 1,
    >  "present": 31, "eligible": 40, "blocks_allowed": 0}
    > END
    $ tequio-cli tally motion motion.json
    {
      "rule": "motion",
      "file": "motion.json",
      "ballots": 30,
      "invalid": [
        {"ballots":1,"reason":"blank"}
      ],
      "ties": [],
      "sums": {
        "agree": 20,
        "aside": 0,
        "object": 10,
        "blank": 1,
        "present": 31,
        "eligible": 40
      },
      "call": 1,
      "quorum": {
        "required": "1/2",
        "strict": true,
        "left": 62,
        "right": 40,
        "met": true
      },
      "approval_quorum": null,
      "majority": {
        "base": "yes_no",
        "base_value": 30,
        "threshold": "2/3",
        "strict": true,
        "left": 60,
        "right": 60,
        "met": false
      },
      "ignored": [],
      "adopted": false,
      "reason": "no_majority"
    }
    $ tequio-cli tally motion motion.json --format text | grep -v '^$'
    Rule: motion
    File: motion.json
    Ballots counted: 30
    Not counted, ballots: 1; blank or invalid.
    Agree: 20
    Stand aside: 0
    Object: 10
    Blank or invalid: 1
    Present: 31
    Eligible: 40
    Call: 1
    Quorum: more than 1/2 of those eligible
      62 > 40: yes
    Majority: more than 2/3 of 30 (base: yes_no)
      60 > 60: no
    Not adopted: the majority is missed.

What cannot be counted says where and why, and what is asked wrongly what would be right.

    $ printf '2 1\n1 1 3 0\n' > bad.blt
    $ tequio-cli tally stv bad.blt
    tequio-cli: bad.blt:2: found “3”; expected the number of a candidate, or 0 at the end of the ballot.
    [1]
    $ tequio-cli tally stv nowhere.blt
    tequio-cli: The file “nowhere.blt” cannot be read: No such file or directory.
    [1]
    $ tequio-cli tally score wood.json
    tequio-cli: wood.json: This rule counts scores, and the file holds rankings. Choose another rule or give “score_ballots”.
    [1]
    $ tequio-cli tally acclamation wood.json
    tequio-cli: There is no rule “acclamation”. “tequio-cli tally --help” lists them.
    [2]
    $ tequio-cli tally schulze
    tequio-cli: tally takes a rule and a file. “tequio-cli tally --help” says more.
    [2]
    $ tequio-cli tally schulze wood.json --seats 0
    tequio-cli: --seats takes a whole number from 1 to 500.
    [2]
    $ tequio-cli tally schulze wood.json --seats 2
    tequio-cli: wood.json: This rule elects one. Leave --seats away or choose another rule.
    [1]
    $ tequio-cli tally schulze wood.json --ties dice
    tequio-cli: “dice” is not a way to break ties. Write cheapest, id or lot:FILE.
    [1]
    $ tequio-cli tally schulze wood.json --format csv
    tequio-cli: A count is printed as json or text, not as csv.
    [2]
    $ tequio-cli tally schulze wood.json --output out.json && grep winners out.json
      "winners": [1],

In Spanish.

    $ LANGUAGE=es LC_ALL=C.UTF-8 tequio-cli tally plurality tie.json --format text | grep -v '^$'
    Regla: plurality
    Archivo: tie.json
    Boletas contadas: 2
    Opciones:
       1. A
       2. B
    Puestos: 1
    Primeras preferencias:
      A                                                          1
      B                                                          1
    Empates:
    Paso 1: empate entre «A», «B», y no se hizo sorteo antes del conteo. Decide la asamblea.
    Queda un empate a la asamblea. Lo que sigue vale solo con su decisión.
    Resulta elegida: «A»
    Resulta elegida: «B»

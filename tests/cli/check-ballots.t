Anybody can recount a published ballot file.

    $ cat > published.json << END
    > {"title": "The well or the roof", "rule": "irv", "ties": "lot", "lot": ["Roof", "Well", "Road"],
    >  "options": ["Well", "Roof", "Road"],
    >  "ballots": [[4, [1, 2, null]], [2, [null, 1, null]], [2, [2, null, 1]]],
    >  "outcome": {
    >   "ballots": 8,
    >   "rounds": [[4, 2, 2, 0], [6, 2, null, 0]],
    >   "ties": [{"step": 1, "tied": ["Roof", "Road"], "picked": "Road", "broken_by": "lot"}],
    >   "winners": [0]}}
    > END
    $ tequio-cli check-ballots published.json
    {
      "file": "published.json",
      "rule": "irv",
      "sound": true,
      "compared": 23
    }
    $ tequio-cli check-ballots published.json --format text
    published.json: the recount by “irv” gives the published outcome; values compared: 23.

Whatever was changed, the ballots or the outcome, the first difference is named.

    $ sed 's/"winners": \[0\]/"winners": [1]/' published.json > changed.json
    $ tequio-cli check-ballots changed.json
    tequio-cli: changed.json:8: the published outcome differs from the recount: “outcome.winners[0]” is 1, and the ballots give 0. Ask for the original ballots.
    [3]
    $ sed 's/\[\[4, /[[5, /' published.json > changed.json
    $ tequio-cli check-ballots changed.json
    tequio-cli: changed.json:5: the published outcome differs from the recount: “outcome.ballots” is 8, and the ballots give 9. Ask for the original ballots.
    [3]
    $ sed 's/"Road"\],$/"Road", "Roof"],/' published.json > changed.json
    $ tequio-cli check-ballots changed.json
    tequio-cli: changed.json (lot):4: found “Roof” a second time, expected each name once in the lot order.
    [1]
    $ sed 's/"outcome": {/"outcome": {"turnout": 8,/' published.json > changed.json
    $ tequio-cli check-ballots changed.json
    tequio-cli: changed.json:4: the published outcome differs from the recount: “outcome.turnout” is 8, and the ballots give nothing. Ask for the original ballots.
    [3]

The outcome may be all that tally printed.

    $ printf '{"options": ["A", "B"], "ballots": [[3, [1, 2]], [1, [2, 1]]]}\n' > plain.json
    $ tequio-cli tally schulze plain.json > outcome.json
    $ (printf '{"rule": "schulze", "options": ["A", "B"], "ballots": [[3, [1, 2]], [1, [2, 1]]], "outcome": '
    > cat outcome.json; printf '}\n') > all.json
    $ tequio-cli check-ballots all.json
    {
      "file": "all.json",
      "rule": "schulze",
      "sound": true,
      "compared": 28
    }

A motion, and a file of Pabulib within the file.

    $ printf '{"rule": "motion", "kind": "consensus", "agree": 30, "object": 1, "outcome": {"adopted": true}}\n' > m.json
    $ tequio-cli check-ballots m.json
    tequio-cli: m.json:1: the published outcome differs from the recount: “outcome.adopted” is true, and the ballots give false. Ask for the original ballots.
    [3]
    $ cat > pb.json << 'END'
    > {"rule": "greedy_votes", "ties": "id", "pabulib":
    >  "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\na;60\nb;60\nVOTES\nvoter_id;vote\n1;a\n2;a,b\n",
    >  "outcome": {"selected": ["a"]}}
    > END
    $ tequio-cli check-ballots pb.json
    {
      "file": "pb.json",
      "rule": "greedy_votes",
      "sound": true,
      "compared": 3
    }
    $ sed 's/\["a"\]/["b"]/' pb.json > changed.json
    $ tequio-cli check-ballots changed.json
    tequio-cli: changed.json:3: the published outcome differs from the recount: “outcome.selected[0]” is “b”, and the ballots give “a”. Ask for the original ballots.
    [3]

What cannot be checked.

    $ tequio-cli check-ballots plain.json
    tequio-cli: plain.json:2: found the end of the file; expected the member “rule”.
    [1]
    $ sed 's/"irv"/"acclamation"/' published.json > changed.json
    $ tequio-cli check-ballots changed.json
    tequio-cli: There is no rule “acclamation”. “tequio-cli tally --help” lists them.
    [1]
    $ sed 's/, "Road"\],$/],/' published.json > changed.json
    $ tequio-cli check-ballots changed.json
    tequio-cli: changed.json:3: found null; expected one answer an option and no more.
    [1]
    $ tequio-cli check-ballots
    tequio-cli: check-ballots takes one file. “tequio-cli check-ballots --help” says more.
    [2]

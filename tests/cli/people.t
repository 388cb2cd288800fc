Families, persons, barrios, offices, work: added, listed, left.

    $ export TEQUIO_BOOK=b.tequio
    $ tequio-cli new b.tequio --name "La Vega" --currency MXN --date 2026-11-01
    made b.tequio: La Vega, MXN
    $ for noun in family person group office work setting account; do tequio-cli $noun --help | head -1; done
    Usage: tequio-cli family VERB …
    Usage: tequio-cli person VERB …
    Usage: tequio-cli group VERB …
    Usage: tequio-cli office VERB …
    Usage: tequio-cli work VERB …
    Usage: tequio-cli setting VERB …
    Usage: tequio-cli account VERB …
    $ tequio-cli group add --code A --name "Barrio Arriba" > /dev/null
    $ tequio-cli group add --code C --name "Barrio Centro" > /dev/null
    $ tequio-cli group list
    Code  Name           Within
    A     Barrio Arriba
    C     Barrio Centro
    $ tequio-cli group add --code A --name "Another"
    tequio-cli: There is a group with the code “A” already.
    [1]
    $ tequio-cli family add --code A1 --name "Anselmo y Domitila" --group A --date 2026-11-01 > /dev/null
    $ tequio-cli family add --code C1 --name "Nicolás y Rosa" --group C --date 2026-11-01 > /dev/null
    $ tequio-cli person add --code lucia --name "Lucía" --family C1 --date 2026-11-01 > /dev/null
    $ tequio-cli family list --date 2027-01-01
    Code  Name                Group          Joined
    A1    Anselmo y Domitila  Barrio Arriba  2026-11-01
    C1    Nicolás y Rosa      Barrio Centro  2026-11-01
    $ tequio-cli --format csv person list --date 2027-01-01
    code,name,group,joined
    lucia,Lucía,,2026-11-01
    $ tequio-cli family add --code A1 --name "Twice"
    tequio-cli: The code “A1” belongs to another family or person. Choose another code.
    [1]
    $ tequio-cli family add --code A2 --name "Nowhere" --group Z
    tequio-cli: There is no group with the code “Z”.
    [1]
    $ tequio-cli office start --title vigilance --holder A1 --date 2026-11-01 > /dev/null
    $ tequio-cli office list --date 2027-01-01
    Number  Office     Held by  Name                Since
        81  vigilance  A1       Anselmo y Domitila  2026-11-01
    $ tequio-cli family leave C1 --reason "moved away" --date 2027-02-01 > /dev/null
    $ tequio-cli family leave C1 --reason "again" --date 2027-02-01
    tequio-cli: This family or person is not a member now.
    [1]
    $ tequio-cli --format csv family list --date 2027-02-01
    code,name,group,joined
    A1,Anselmo y Domitila,Barrio Arriba,2026-11-01

The register of work.

    $ tequio-cli work kind --code coffee --name Coffee --unit kg --digits 3 > /dev/null
    $ tequio-cli work kind --code care --name "Care" --unit hour --digits 2 --care > /dev/null
    $ tequio-cli work kind --code care --name "Twice" --unit hour
    tequio-cli: There is a kind of work with the code “care” already.
    [1]
    $ tequio-cli work add --kind coffee --date 2027-01-10 A1=115 C1=129.375 > added
    $ tequio-cli work add --kind care --date 2027-01-11 A1=8.50 --note "fed the work party" > /dev/null
    $ tequio-cli work add --kind coffee --date 2027-01-12 A1=-0.5 --corrects $(cut -d' ' -f2 added) > /dev/null
    $ tequio-cli work add --kind coffee --date 2027-01-12 A1=-0.5
    tequio-cli: Line 1: a line of work needs a family or person, a kind and a quantity above zero; a negative one names the line that it corrects.
    [1]
    $ tequio-cli work add --kind coffee --date 2027-01-12 Z9=1
    tequio-cli: Z9=1: There is no family or person with the code “Z9”.
    [1]
    $ tequio-cli work add --kind coffee --date 2027-01-12 A1=0.0005
    tequio-cli: A1=0.0005: “0.0005” is not an amount. Write it like 1234.005, with at most 3 digits after the point.
    [1]
    $ tequio-cli work add --kind dance --date 2027-01-12 A1=1
    tequio-cli: There is no kind of work with the code “dance”. “tequio-cli work kind” adds one.
    [1]
    $ tequio-cli work add --kind coffee --date 2027-01-12
    tequio-cli: The option CODE=QUANTITY is needed. --help shows an example.
    [2]
    $ tequio-cli work list
    Date        Number  Code  Name                Kind    Quantity  Unit  Note
    2027-01-10      85  A1    Anselmo y Domitila  Coffee   115.000  kg
    2027-01-10      85  C1    Nicolás y Rosa      Coffee   129.375  kg
    2027-01-11      86  A1    Anselmo y Domitila  Care        8.50  hour  fed the work party
    2027-01-12      87  A1    Anselmo y Domitila  Coffee    -0.500  kg
    $ tequio-cli work sum
    Code  Name                Kind    Quantity  Unit
    A1    Anselmo y Domitila  Coffee   114.500  kg
    C1    Nicolás y Rosa      Coffee   129.375  kg
    A1    Anselmo y Domitila  Care        8.50  hour
    $ tequio-cli --format csv work sum --from 2027-01-11
    party,name,kind,quantity,unit
    A1,Anselmo y Domitila,Coffee,-0.500,kg
    A1,Anselmo y Domitila,Care,8.50,hour
    $ tequio-cli --format json work sum
    {
      "report": "work_sums",
      "rows": [
        {
          "party": "A1",
          "name": "Anselmo y Domitila",
          "kind": "Coffee",
          "quantity": "114.500",
          "unit": "kg"
        },
        {
          "party": "C1",
          "name": "Nicolás y Rosa",
          "kind": "Coffee",
          "quantity": "129.375",
          "unit": "kg"
        },
        {
          "party": "A1",
          "name": "Anselmo y Domitila",
          "kind": "Care",
          "quantity": "8.50",
          "unit": "hour"
        }
      ]
    }

Settings.

    $ tequio-cli --format csv setting list --date 2027-01-01 | grep -E 'voice|quorum-first|majority'
    voice-age,18,from what age a person may speak
    quorum-first,1/2,on the first call: more than this part of the roll
    majority,2/3,"of those present, where agreement was not reached"
    $ tequio-cli setting set voice-age 12 --date 2026-11-01 > /dev/null
    $ tequio-cli setting set voice-age twelve
    tequio-cli: The setting “voice-age” is a whole number; “twelve” is not.
    [1]
    $ tequio-cli setting set dance 1
    tequio-cli: There is no setting “dance”.
    [1]
    $ tequio-cli --format csv setting list --date 2027-01-01 | grep voice
    voice-age,12,from what age a person may speak
    $ tequio-cli verify
    events 88
    entries 0
    seals 0
    sound

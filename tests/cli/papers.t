Every paper of the road, printed from the practice book as PDF, without a display.

    $ export TEQUIO_BOOK=practice.tequio
    $ tequio-cli --quiet demo practice.tequio
    $ case=$(tequio-cli --format csv assembly list | sed -n '2s/,.*//p')
    $ tequio-cli assembly papers papers --case $case | sed 's/[0-9][0-9]*/N/'
    N papers in papers
    $ ls papers
    closing-1.pdf
    comparison-1.pdf
    consultation-1-Arriba.pdf
    consultation-1-Centro.pdf
    consultation-1-Vega.pdf
    consultation-2-Arriba.pdf
    consultation-2-Centro.pdf
    consultation-2-Vega.pdf
    execution-1.pdf
    mandate-1.pdf
    minutes-1.pdf
    minutes-2.pdf
    minutes-3.pdf
    notice-1.pdf
    notice-2.pdf
    notice-3.pdf
    proposals-1.pdf
    report-back-1.pdf
    roll-1.pdf
    roll-2.pdf
    roll-3.pdf
    slips-1.pdf
    statement-1.pdf
    vigilance-1.pdf
    $ for paper in papers/*.pdf; do head -c 5 $paper | grep -q '%PDF-' || echo "$paper is no PDF"; done

What the papers must say.

    $ pdftotext -layout "$(ls papers/*statement*.pdf | head -1)" - | grep -oE '28,640.00|31,840.00|22,912.00' | sort -u
    22,912.00
    28,640.00
    31,840.00
    $ for paper in papers/*minutes*.pdf; do pdftotext -layout $paper - ; done | grep -c -i 'machine breaks'
    1
    $ for paper in papers/*execution*.pdf; do pdftotext -layout $paper - ; done | grep -oE '22,702.00|14,180.00|110.00' | sort -u
    110.00
    14,180.00
    22,702.00

One paper alone, in Spanish, in large type, for one family; and what cannot be printed.

    $ tequio-cli --output aviso.pdf assembly paper notice --case $case --language es --large
    $ pdftotext aviso.pdf - | grep -ci convocatoria
    2
    $ tequio-cli assembly paper dance --case $case > dance.pdf
    tequio-cli: There is no paper “dance”. There are: closing, statement, *. (glob)
    [1]
    $ tequio-cli assembly paper --case $case
    tequio-cli: The option NAME is needed. --help shows an example.
    [2]
    $ tequio-cli assembly paper notice --case $case --number 99 > none.pdf
    tequio-cli: There is no such paper yet: the step that it belongs to was not made.
    [1]
    $ tequio-cli assembly paper notice --case 4711 > none.pdf
    tequio-cli: There is no case with the number 4711.
    [1]
    $ tequio-cli assembly paper slips --case $case --family Z9 > none.pdf
    tequio-cli: The decision shares nothing with a family of that code.
    [1]
    $ tequio-cli verify | tail -1
    sound

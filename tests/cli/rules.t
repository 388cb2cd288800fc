A book that begins with the rules of its surplus.

    $ tequio-cli new cafe.tequio --name "Café" --currency MXN --rules families --date 2026-11-01
    made cafe.tequio: Café, MXN
    $ tequio-cli --book cafe.tequio surplus rules
    Order  Rule        Meaning           Kind     Rate  Amount  Ceiling  Fund        Law or agreement
        1  reserve     Reserve, 10 %     percent  1/10    0.00     0.00  reserve
        2  solidarity  Solidarity, 10 %  percent  1/10    0.00     0.00  solidarity
    $ tequio-cli --book cafe.tequio verify | tail -1
    sound

A rule that a book would not compute exactly is left out and named.

    $ LANGUAGE=es tequio-cli new mx.tequio --name "Productores" --currency MXN --language es --rules cooperative-mx --date 2026-11-01
    creado mx.tequio: Productores, MXN
    quedó fuera: Pérdidas de años anteriores. Un libro no puede guardar esta regla; atiéndala antes de repartir.
    quedó fuera: Fondo de previsión social, parte de los ingresos netos que fija la asamblea. Un libro no puede guardar esta regla; atiéndala antes de repartir.
    $ LANGUAGE=es tequio-cli --book mx.tequio surplus rules
    Orden  Regla      Significado                                                   Clase    Tasa   Importe  Tope  Fondo      Ley o acuerdo
        1  reserve    Fondo de reserva, del 10 % al 20 % de los rendimientos        percent  1/10      0.00  0.00  reserve    LGSC art. 54-55
        2  education  Fondo de educación cooperativa, al menos el 1 % del excedente  percent  1/100     0.00  0.00  education  LGSC art. 59

Without an account for a fund, or without one rule that can be kept, no book is made.

    $ tequio-cli new none.tequio --name None --currency MXN --chart none --rules families
    tequio-cli: No account has the role “reserve”. Give it to one with “tequio-cli account edit ACCOUNT --role reserve”.
    [1]
    $ tequio-cli new ar.tequio --name AR --currency ARS --chart worker --rules worker-ar
    tequio-cli: No rule of “Worker co-operative, Argentina (Ley 20.337)” can be kept by a book. Begin without rules, and share with “tequio-cli allocate”.
    [1]
    $ tequio-cli new odd.tequio --name Odd --currency MXN --rules nonsense
    tequio-cli: “nonsense” does not come with the program (looked at *nonsense.json). (glob)
    [1]
    $ ls
    cafe.tequio
    mx.tequio

The practice book: a whole harvest of 23 families, lived through every step of the road. The figures
are those of the story, to the centavo.

    $ export TEQUIO_BOOK=practice.tequio
    $ tequio-cli demo practice.tequio | head -1
    A coffee co-operative of 23 families in three barrios
    $ case=$(tequio-cli --format csv assembly list | sed -n '2s/,.*//p')
    $ tequio-cli --format csv assembly list | cut -d, -f2-
    title,kind,state,opened
    Surplus of the harvest 2026-2027,surplus,finished,2027-04-04
    $ tequio-cli --format csv report income-statement
    account,commodity,amount
    Income:Sales of produce,MXN,142600.00
    Expenses:Advances for produce,MXN,97960.00
    Expenses:Certification,MXN,5000.00
    Expenses:Commission travel,MXN,1000.00
    Expenses:Repairs,MXN,2460.00
    Expenses:Sacks and packaging,MXN,1178.00
    Expenses:Stationery,MXN,162.00
    Expenses:Transport,MXN,6200.00
    $ tequio-cli --format csv surplus show --case $case
    step,fund,amount
    Surplus,,28640.00
    "Reserve fund, 10 %",reserve,-2864.00
    "Solidarity fund, 10 %",solidarity,-2864.00
    $ tequio-cli --format csv proposal list --case $case
    proposal,event,authors,line,amount
    A,187,Anselmo (A1),Shared among the families,22912.00
    B,188,Florencia (V2),Shared among the families,22912.00
    C,189,"Rufina (A2), women of Arriba",Motor pulper,14500.00
    C,189,"Rufina (A2), women of Arriba",Water tank (repair),3350.00
    C,189,"Rufina (A2), women of Arriba",Shared among the families,5062.00
    C″,196,Joint commission,Motor pulper,14500.00
    C″,196,Joint commission,Water tank (repair),3350.00
    C″,196,Joint commission,Drying tables of the women,2300.00
    C″,196,Joint commission,Families of small harvest,2762.00
    $ tequio-cli --format csv proposal shares --case $case
    party,name,A,B,C,C″
    A1,Anselmo y Domitila,1478.00,996.00,220.00,0.00
    A2,Rufina,1293.00,996.00,220.00,0.00
    A3,Pascual y Elodia,1108.00,996.00,220.00,0.00
    A4,Jacinto y Mariana,1108.00,996.00,220.00,0.00
    A5,Feliciana,923.00,996.00,220.00,0.00
    A6,Gaspar e Inés,923.00,996.00,220.00,0.00
    A7,Petrona,739.00,996.00,220.00,345.25
    A8,Lorenzo y Juana,739.00,996.00,220.00,345.25
    A9,Catarina,554.00,996.00,220.00,345.25
    C1,Nicolás y Rosa,1662.00,996.00,220.00,0.00
    C2,Micaela,1293.00,996.00,220.00,0.00
    C3,Diego y Antonia,1108.00,996.00,220.00,0.00
    C4,Sebastián y Lucía,1108.00,996.00,220.00,0.00
    C5,Manuela,923.00,996.00,220.00,0.00
    C6,Agustín y Marta,739.00,996.00,220.00,345.25
    C7,Verónica,739.00,996.00,220.00,345.25
    C8,Mateo y Pascuala,554.00,996.00,220.00,345.25
    V1,Tomás y Angélica,1478.00,996.00,220.00,0.00
    V2,Florencia,1293.00,996.00,220.00,0.00
    V3,Bartolo e Irma,1108.00,996.00,220.00,0.00
    V4,Hilaria,923.00,996.00,220.00,0.00
    V5,Dominga,739.00,996.00,220.00,345.25
    V6,Eusebia,369.00,996.00,220.00,345.25
    $ tequio-cli --format csv decision show --case $case
    line,label,agreed,spent,difference,state
    1,Motor pulper,14500.00,14180.00,320.00,settled
    2,Water tank (repair),3350.00,3350.00,0.00,settled
    3,Drying tables of the women,2300.00,2410.00,-110.00,above the agreement
    4,Families of small harvest,2762.00,2762.00,0.00,settled
    $ tequio-cli --format csv report trial-balance
    account,commodity,debit,credit,balance
    Assets:Cash box,MXN,145800.00,136662.00,9138.00
    Equity:Funds:Agreed uses,MXN,20150.00,20150.00,0.00
    Equity:Funds:Reserve,MXN,0.00,3074.00,-3074.00
    Equity:Funds:Solidarity,MXN,0.00,2864.00,-2864.00
    Equity:Opening balances,MXN,0.00,3200.00,-3200.00
    Equity:Result of the year,MXN,28640.00,28640.00,0.00
    Expenses:Advances for produce,MXN,97960.00,97960.00,0.00
    Expenses:Certification,MXN,5000.00,5000.00,0.00
    Expenses:Commission travel,MXN,1000.00,1000.00,0.00
    Expenses:Repairs,MXN,2460.00,2460.00,0.00
    Expenses:Sacks and packaging,MXN,1178.00,1178.00,0.00
    Expenses:Stationery,MXN,162.00,162.00,0.00
    Expenses:Transport,MXN,6200.00,6200.00,0.00
    Income:Sales of produce,MXN,142600.00,142600.00,0.00
    Liabilities:Customer advances,MXN,100000.00,100000.00,0.00
    Liabilities:Returns payable,MXN,2762.00,2762.00,0.00
    $ tequio-cli --format csv report balance-sheet
    account,commodity,amount
    Assets:Cash box,MXN,9138.00
    Equity:Funds:Reserve,MXN,3074.00
    Equity:Funds:Solidarity,MXN,2864.00
    Equity:Opening balances,MXN,3200.00
    $ tequio-cli --format csv assembly show --case $case | cut -d, -f1,3-
    date,act,from,to
    2027-04-04,count,open,open
    2027-04-04,close,open,closed
    2027-04-04,notice,closed,convoked
    2027-04-10,review,convoked,convoked
    2027-04-18,roll,convoked,presented
    2027-04-18,read,presented,presented
    2027-04-18,question,presented,presented
    2027-04-18,question,presented,presented
    2027-04-18,accounts,presented,presented
    2027-04-18,propose,presented,proposing
    2027-04-18,propose,proposing,proposing
    2027-04-18,propose,proposing,proposing
    2027-04-18,minutes,proposing,proposing
    2027-04-20,round,proposing,consulting
    2027-04-22,word,consulting,consulting
    2027-04-23,word,consulting,consulting
    2027-04-24,word,consulting,consulting
    2027-04-26,gather,consulting,harmonising
    2027-04-26,propose,harmonising,harmonising
    2027-04-27,round,harmonising,consulting
    2027-04-28,word,consulting,consulting
    2027-04-28,word,consulting,consulting
    2027-04-28,word,consulting,consulting
    2027-04-28,gather,consulting,harmonising
    2027-04-28,notice,harmonising,harmonising
    2027-05-02,roll,harmonising,deciding
    2027-05-02,object,deciding,deciding
    2027-05-02,answer,deciding,deciding
    2027-05-02,agree,deciding,deciding
    2027-05-02,agenda,deciding,deciding
    2027-05-02,decide,deciding,decided
    2027-05-02,mandate,decided,mandated
    2027-05-02,accept,mandated,executing
    2027-05-02,minutes,executing,executing
    2027-05-14,pay,executing,executing
    2027-05-21,pay,executing,executing
    2027-05-28,pay,executing,executing
    2027-05-30,pay,executing,executing
    2027-05-30,pay,executing,executing
    2027-05-30,pay,executing,executing
    2027-05-30,pay,executing,executing
    2027-05-30,pay,executing,executing
    2027-05-30,pay,executing,executing
    2027-05-30,pay,executing,executing
    2027-05-30,pay,executing,executing
    2027-06-08,notice,executing,executing
    2027-06-20,roll,executing,executing
    2027-06-20,report,executing,reported
    2027-06-20,minutes,reported,reported
    2027-06-20,finish,reported,finished
    $ tequio-cli --format csv work sum | head -3
    party,name,kind,quantity,unit
    A1,Anselmo y Domitila,Parchment coffee,115.000,kg
    A2,Rufina,Parchment coffee,100.625,kg
    $ tequio-cli verify
    events 227
    entries 46
    seals 1
    sound

The letters of the seal are what was read aloud; nothing is made twice.

    $ letters=$(tequio-cli info | sed -n 's/^last seal.* //p')
    $ tequio-cli verify --digest "$letters" | tail -1
    sound
    $ tequio-cli demo practice.tequio
    tequio-cli: There is a file “practice.tequio” already. Choose another name.
    [1]
    $ tequio-cli demo other.tequio --story nonsense
    tequio-cli: “nonsense-en” does not come with the program (looked at */data/examples/nonsense-en.steps). (glob)
    [1]
    $ ls
    practice.tequio

In Spanish the accounts and the story are Spanish.

    $ LANGUAGE=es tequio-cli demo cosecha.tequio --language es | head -2
    Una cooperativa cafetalera de 23 familias en tres barrios
    La cosecha: un anticipo, 31 quintales, costos y el pago final
    $ LANGUAGE=es tequio-cli --book cosecha.tequio report balance-sheet
    Cuenta                                   Moneda   Importe
    Activo
      Activo:Caja                            MXN     9,138.00
    Total del activo                         MXN     9,138.00
    Pasivo
    Total del pasivo                         MXN         0.00
    Patrimonio
      Patrimonio:Fondos:Reserva              MXN     3,074.00
      Patrimonio:Fondos:Solidaridad          MXN     2,864.00
      Patrimonio:Saldos iniciales            MXN     3,200.00
    Total del patrimonio                     MXN     9,138.00
    Resultado sobre el que aún no se decide  MXN         0.00

On a machine without any locale the same book is made.

    $ LC_ALL=C tequio-cli --quiet demo plain.tequio && tequio-cli --book plain.tequio verify | tail -1
    sound

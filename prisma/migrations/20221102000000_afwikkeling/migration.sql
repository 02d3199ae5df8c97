-- What was granted before the regeling lapses is still invoiced, followed, settled and claimed back: what that needs does not end with it.
update parameter set geldig_tot = null
where geldig_tot = date '2027-01-01' and naam in (
    'betaalmandaat', 'rekening-bedenktijd', 'afzegging-keuze', 'annuleringskosten', 'factuur-vanaf', 'bewijs-van-deelname-termijn', 'aanwezigheidsnorm',
    'deelname-herinneringen', 'deelname-reactie', 'deelname-navraag', 'deelname-controle', 'zienswijze-termijn', 'intrekking-termijn', 'uitsluitingsduur',
    'wijziging-termijnen');

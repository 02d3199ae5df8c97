/** What an auditor reads first. */
export const LEESMIJ = `Bewijspakket van een tijdvak

Dit pakket bevat alles waarmee u de verdeling van het budget zelf kunt overdoen, zonder het systeem te vertrouwen.

  node verifieer-bewijs.mjs .

Het programma heeft alleen Node.js 20 of nieuwer nodig. Het zegt per onderdeel of het klopt.

instellingen.json  de regels van het tijdvak: budget per compartiment, wat er gebeurt met een bedrag dat niet past
lijst.csv          alles wat is ontvangen, op nummer van ontvangst
besluiten.jsonl    de besluiten over budget in de volgorde waarin ze zijn genomen, elk met zijn zegel in het logboek
standen.csv        wat er bij elk besluit over was in elk compartiment (Awb 4:25 lid 3)
reservelijst.csv   wie wachtte op budget dat vrijkomt
grootboek.csv      alle boekingen
wachtkamer.csv     alle plaatsen in de wachtkamer, met de gelote plaats
loting/            alleen bij een tijdvak met loting: lijst, uitslag en een eigen programma
manifest.json      het controlegetal (SHA-256) van elk bestand

Burgers en aanvragen staan erin als een kenmerk zonder betekenis. Wie toegang heeft tot het systeem kan ze herleiden: ga er
zorgvuldig mee om.
`

/**
 * What passwords that are guessed first are made of, in Latvian, English and Russian, without accents and in lower
 * case: words, names, places, rows of keys, years. Digits and marks around them make no difference.
 */
const lists = {
  english:
    'password passw0rd passwort letmein welcome admin administrator root login master secret access qwerty monkey dragon football baseball basketball hockey soccer sunshine princess shadow superman batman pokemon starwars iloveyou trustno1 whatever freedom computer internet samsung google facebook microsoft windows summer winter spring autumn january february march april september october november december monday friday sunday hello charlie michael jordan jessica daniel thomas robert andrew joshua ashley nicole hunter killer ginger cookie cheese banana orange purple flower butterfly chocolate guest test testing temp default changeme office company service support system server database user username correcthorsebatterystaple correcthorse batterystaple',
  latvian:
    'parole paroles parolite slepens ienakt sveiki labdien latvija latvijas latvian riga jurmala liepaja ventspils daugavpils jelgava rezekne valmiera jekabpils ogre kuldiga cesis sigulda saldus talsi tukums bauska dobele gulbene madona limbazi aizkraukle preili kraslava ludza balvi saule saulite saulespuke milestiba mila milais milulis sirds laime laimite prieks draugs draugi mamma mamina tetis mate tevs brali masa meita dels berns suns kakis kakitis zirgs lacis vilks lapsa zakis eziti roze puke ozols berzs kalns upe ezers jura jana janis anna liga ligo andris juris martins karlis peteris edgars kristaps arturs maris ivars aivars guntis zane ilze inese inga kristine laura elina linda santa agnese vasara ziema rudens pavasaris janvaris februaris marts aprilis maijs junijs julijs augusts septembris oktobris novembris decembris pirmdiena piektdiena svetdiena darbs birojs pasvaldiba novads pagasts dome ministrija agentura iestade klients administrators lietotajs hokejs basketbols dinamo',
  russian:
    'parol privet lyubov lubov solnce solnyshko zvezda moskva rossiya natasha marina svetlana tatyana olga sergey andrey dmitriy alexander aleksandr maksim vladimir nikolay ytrewq ghbdtn gfhjkm йцукен пароль привет любовь солнце',
  rows: 'qwertyuiop asdfghjkl zxcvbnm qwertz azerty qazwsx qazwsxedc 1qaz2wsx 1q2w3e4r5t 1q2w3e4r 1q2w3e asdf zxcv qwe asd zxc abcdefghijkl abcdefgh abcdef abcd abc',
};

/** The longest first, so that a word is taken whole before a shorter one in it. */
export const commonParts: readonly string[] = Object.values(lists)
  .flatMap((list) => list.split(' '))
  .sort((one, other) => other.length - one.length);

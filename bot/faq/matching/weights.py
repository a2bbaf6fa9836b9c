"""What training found. Made by `python -m bot.files.training`; do not edit by hand."""

WEIGHTS = (
    -4.5157,  # bias
    -2.5026,  # words
    -0.4759,  # grams
    1.0768,  # topic
    -0.6746,  # nearest
    -0.4766,  # reverse
    -0.1551,  # known
    1.957,  # length
    0.4199,  # lead_fit
    1.3241,  # lead_words
    -0.8467,  # lead_grams
    2.9553,  # lead_topic
    0.9077,  # both
    3.4108,  # votes
    1.6419,  # lead_votes
    0.05,  # size
    0.386,  # missed
    -3.5702,  # strange
)

FOLLOW_UP = (
    -5.0504,  # bias
    -4.1407,  # words
    -0.3373,  # grams
    1.7525,  # topic
    0.1341,  # nearest
    -0.5108,  # reverse
    0.5222,  # known
    1.6829,  # length
    0.4318,  # lead_fit
    -0.3078,  # lead_words
    -0.8203,  # lead_grams
    2.1086,  # lead_topic
    3.2666,  # both
    2.5121,  # votes
    1.8739,  # lead_votes
    -0.91,  # size
    0.8307,  # missed
    -2.836,  # strange
    2.0298,  # kin
    1.81,  # shown
    0.8457,  # lead_kin
)

URGENCY = """
:-115 !alarm:166 !alarm.captive:119 !alarm.cry:85 !alarm.death:90 !alarm.despair:153 !alarm.detained:114
!alarm.dying:158 !alarm.held_at_border:35 !alarm.missing:199 !alarm.passport_taken:160
!alarm.relative_detained:94 !alarm.violence:155 !unless.any:-121 !unless.captive:-53 !unless.death:-116
!unless.despair:-32 !unless.detained:-71 !unless.dying:-50 !unless.held_at_border:-21
!unless.passport_taken:-63 !unless.relative_detained:-28 !unless.violence:-56 #after.any:-21 #at_door:181
#before.any:-75 #blackmail:169 #bleeding:50 #blood:134 #body:17 #body_part:101 #break_in:51 #bring_home:-37
#call_police:131 #captive_place:31 #carried:114 #carried_off:110 #caught:160 #caught_in_raid:117
#caught_strong:131 #cell:131 #chase:83 #chased:91 #child_sick:49 #claim:-65 #corpse:218 #courtesy:36
#courtesy_filler:-22 #cry:197 #cut:36 #debt_bond:110 #degrees:32 #delayed_thing:-52 #despair:310 #died:139
#died_past:-64 #died_strong:175 #dying:236 #feverish:64 #food_none:168 #forced:174 #forced_sex:55
#future:-50 #harm_promise:145 #held_back:20 #help:30 #help_need:84 #help_or_fear:55 #hiding:145 #high:16
#hit:141 #hit_where:139 #hurt:157 #in_cell:150 #inside.any:-81 #interpreter:103 #intimate:59 #intruders:68
#just_now:19 #kid:34 #kin_or_me:72 #leaving_now:65 #lies:112 #limb:85 #long_ago:-118 #long_silence:21
#long_sit:62 #lost_person:74 #me:68 #missing:136 #naked:120 #negation:33 #news:-114 #next_flight:91
#no_lawyer:137 #not_breathing:52 #not_let_in:46 #now:20 #office:-66 #over:-70 #owner_silent:-22 #pain_bad:61
#paper_taken:115 #paperwork:-60 #passport:42 #pay_or:120 #peril:78 #person_taken_off:15 #personal_things:22
#phone:63 #phone_given:47 #place_korea:-40 #places:-62 #places_home:-83 #police:30 #raid:17 #relative:68
#relative_of_korean:-69 #release:-97 #rescue:75 #rumour:-106 #says:36 #school:-21 #self_taken:-20
#sick_now:221 #sit:98 #sold_person:37 #spread:60 #staff_call:-38 #staff_not:-40 #staff_person:-47
#street:117 #swindled:-68 #taken_person:75 #thing_lost:-16 #threat:188 #threat_note:106 #threatener:55
#throw_out:97 #took_thing:63 #trade:-63 #unconscious:141 #unhelped:72 #violence:189 #will_die:84
#withheld:119 #work_place:41 10:55 119:44 1345:-89 1414:-18 18:81 200:28 2000:17 2025:-23 2026:-37 28:-27
30:-68 300:-19 35:32 40:15 41:23 42:-21 45:-18 500:-17 6:26 8:15 Can:30 Cas:61 Casov:46 Casto:-33 Cat:16
Catu:-21 Cawe:-16 Cego:-47 Celov:53 Cem:-25 Cemod:-18 Chond:27 Citat:-17 Cto:-40 Ctobi:-33 Cujoi:20 a:-19
ad:40 adamd:25 adame:-18 admin:19 adres:-26 advok:106 agaim:16 agam:60 agamd:20 agami:56 agaw:16 agenc:-50
agent:-42 agilw:-21 agip:23 agzal:17 ai:-32 aiagi:28 aiakt:21 aidi:35 aidim:27 aidin:-29 aidiw:18 aiel:19
aieli:-43 ailig:-66 ailik:-21 ainal:25 aipul:-103 airil:22 aita:-16 aitin:16 aitip:-46 aitpa:17 aitpe:16
aitug:32 akcia:-28 akele:18 akeli:31 akem:39 aketi:72 akpan:-45 akpar:-26 akwa:68 akwam:-46 akwan:-18
akwas:-49 ala:-26 aladi:-49 alaia:-37 alam:-37 alama:-23 alami:-78 alasi:-16 aldan:-16 alde:-25 aldi:169
aldim:-47 aldin:-28 alerg:57 alime:-46 alip:64 almad:-28 almai:32 almat:-89 alsa:-31 alu:-18 aluga:-23
aman:-40 amnis:-130 an:-16 ana:19 anali:-38 anam:21 anama:28 anamd:20 anket:-68 anlis:-21 anoni:-37 ansan:75
apam:-25 apamd:34 apari:90 apati:24 apkem:30 apost:-21 apta:33 aptad:26 aptag:-26 aptek:-40 arend:-27
arest:58 arkil:-31 armiu:-16 aropo:-22 artik:-25 artim:52 arzan:-31 asili:39 asilu:63 astan:-35 astin:26
ata:28 atam:-23 atimd:-29 aua:-23 audan:-17 auild:34 auir:49 auira:-23 auisa:-21 auist:-66 aujai:-15
auruh:48 avari:22 avtob:56 avtok:43 aw:21 awila:-34 awild:-26 awilm:-16 awkan:-17 awu:-24 azama:-28 ba:-107
bagaj:-49 bagas:-17 bagda:-89 bagin:20 baius:16 bala:-21 balag:-32 balal:69 balam:-23 balas:16 bali:-30
balon:39 ban:-26 bank:-38 bar:-69 bara:-45 barad:106 barak:43 baram:-15 bargi:-53 bari:122 barim:61 barin:84
barip:-88 barma:-23 barsa:-116 baru:-37 barud:-32 barug:-48 bas:-27 basin:22 basip:42 baska:-24 basta:-29
basti:87 bauir:104 be:-147 beita:81 bejat:18 beker:20 ber:-70 bere:-65 berem:57 beret:-70 bergi:27 beri:89
beril:-19 berin:-17 berip:-22 berse:-39 berut:-23 beruw:-21 bes:39 bespl:-31 bet:69 beti:21 betim:36
betin:17 bezop:-21 bezvi:-70 bi:20 biet:20 bikte:24 bila:-31 bileg:35 bili:-18 bilme:114 bilo:39 bilti:-35
bireu:28 birge:39 birin:16 birja:-16 bit:-20 biti:24 bitip:-31 biuro:-28 biz:22 bizde:-17 bizdi:90 bizge:35
blija:-17 boiac:-28 boims:41 boius:-19 bol:41 bola:-94 bolad:-93 bolam:-19 boldi:98 bolet:-39 bolez:-17
bolga:-95 boli:19 bolim:51 bolma:20 bolme:48 bolni:98 bolsa:-29 bolwe:186 bopsa:38 borde:35 boroc:23 bot:-81
brat:76 brata:48 brati:49 bratu:21 bredi:36 briga:68 broke:17 brosa:19 brosi:15 bul:-65 ceha:19 cena:-37
ceni:-27 centr:-42 con:-35 conda:-17 d10:-19 d4:-25 da:90 dadut:-39 daite:-26 daiut:27 daje:19 dalad:23
dalag:25 dalek:24 dali:71 dalwe:-33 danie:-70 dari:49 dastu:-27 dat:-31 data:-26 dati:-16 datu:-24 davle:39
davno:-17 de:21 dedi:40 dedla:-24 deduw:-28 degen:-60 deidi:108 deimi:-31 deini:-29 deist:-17 delal:46
delat:50 delda:-38 dem:27 demal:-25 demei:17 den:85 deneg:34 denes:96 deni:-26 depor:-96 depoz:-38 derek:-66
derja:-16 derji:36 desem:69 desen:19 desia:38 deti:40 devoC:44 dewev:-23 diadi:28 dihan:22 dim:22 diplo:-23
diwat:22 diwit:46 dlia:-84 dnei:-30 doC:48 doCer:53 doCka:26 doCku:15 dobro:-32 dogov:-81 dohal:34 dohlu:25
dohod:-17 dokum:35 dolg:59 dolga:-24 dolgi:-16 dolgo:-36 dolje:39 dom:28 domoi:-56 dopla:-29 dopra:23
doram:-28 dorog:-17 dosim:45 dosta:-22 dozvo:-59 draku:51 drugi:-18 druze:16 druzi:31 duken:17 dumai:106
dunie:45 duwa:16 dva:-50 dve:24 dver:136 dveri:24 dvo:111 dvora:23 dvuh:-17 e:18 e7:-26 e74:-33 e8:-79
e9:-69 eariv:-38 edend:37 edet:30 edi:66 edik:-29 edim:-16 edit:30 ego:-15 ehat:-77 ekeni:40 eki:30
ekzam:-50 elde:-31 elden:-17 elekt:-28 elge:-78 elwil:-38 emdem:30 emes:-42 emtih:-74 enbek:-57 eps:-82
erikt:-28 erip:43 erkek:20 erkim:-38 erten:56 esen:-23 esep:-17 esept:-16 esi:16 esik:39 esikt:29 esin:25
esine:51 eski:-17 esli:-60 est:-64 estid:-25 etaje:60 etedi:59 etemi:28 etih:-24 etniC:-17 eto:-110
etogo:-31 etomu:-21 etpei:22 etu:-17 ew:31 ewe:-34 ewkai:29 ewkim:37 ewten:60 f1:-32 f4:-58 f5:-16 fabri:-21
famil:-21 feisb:-30 ferma:-29 ferme:-18 fermu:47 fevra:-21 firma:-28 flewk:-19 forme:22 foto:83 furgo:17
g1:-34 ga:18 galoC:22 gana:68 gaz:22 gazom:42 gde:-73 ge:-39 gepat:-40 gks:-32 glaz:37 glaza:-18 god:-31
goda:-60 godu:-36 goi:-34 golov:53 gonia:47 gori:25 gorim:24 gorit:21 gorlo:57 gospi:20 gotov:-18 govor:85
grajd:-34 grani:-79 grant:-15 griba:21 grob:23 grozi:15 gudki:26 gudok:37 gvozd:37 h2:-33 habar:87 hat:-49
hatim:-34 hikor:-36 hlebo:44 hoCec:24 hoCet:-82 hotim:-19 hozia:88 hrani:26 hripi:21 hvaso:20 i:81 ia:54
idem:25 idet:-19 idti:-27 ili:-97 imigr:-26 inCeo:16 inCon:23 inaCe:25 infor:-48 inimd:15 inspe:-41 intim:53
isCez:19 isip:26 iste:17 istei:-53 istep:-31 istes:-40 istet:100 isteu:-70 istoC:-73 iujno:16 iwim:19
iwind:23 iwip:82 iwki:17 iwkiz:22 iwu:38 iwut:29 izbil:63 izbiv:50 iznas:49 izo:24 izoli:69 jabik:25
jabil:-21 jagda:47 jaka:21 jaksi:-54 jalak:-50 jalga:-17 jalgi:-19 jalob:-22 jalov:-81 jana:-42 janal:-32
janar:-16 janaz:-17 janip:21 jansa:19 jarak:-43 jaral:33 jarde:-18 jaril:28 jarip:27 jarna:-41 jasad:33
jasag:31 jasat:-41 jasi:-19 jasir:20 jasta:-21 jatin:31 jatip:28 jatir:80 jatka:48 jatpa:19 jauap:-94
jazam:-27 jazdi:23 jazga:-39 jazik:18 jazil:-49 jazsa:-28 jazu:-16 jazud:-16 jdat:-23 jdem:39 jdite:20
jdu:-26 je:-22 jedel:24 jeke:-17 jelig:53 jelto:-17 jena:34 jeni:16 jenil:-15 jenoi:-44 jerde:19 jerge:-18
jeti:29 jetki:42 jetpe:46 jezde:56 jigit:30 jilai:18 jilda:-29 jile:-21 jilet:23 jilga:-19 jina:18 jinai:-22
jinap:94 jirti:46 jit:114 jiv:32 jivoi:-19 jivot:56 jizn:49 jogal:29 jok:97 jola:40 jolda:65 juied:-28
jukti:16 jumdi:27 jumis:-37 jumsa:47 jure:-19 jureg:34 jurip:-16 jurmi:35 jurse:-40 jurud:19 jutip:17
kabil:-25 kafe:19 kai:-86 kaica:-36 kaida:-106 kaik:28 kaisi:-66 kaita:22 kaiti:40 kaitk:-16 kaitu:-51
kajdi:53 kak:-49 kakai:-41 kakie:-120 kakih:-22 kakoi:-45 kakom:-27 kakpa:31 kakui:26 kalad:-16 kalag:-22
kalai:-44 kaldi:91 kalma:45 kamai:-18 kamap:28 kamau:55 kan:43 kana:37 kanda:-139 kanwa:-121 kara:-20
karao:22 karau:46 karei:27 karis:-51 kariz:70 karsi:-16 karta:-85 karti:-41 kasip:-27 kate:-36 katis:-18
kauip:-45 kaupi:60 kawan:-142 kawat:23 kawip:53 kaza:48 kazah:-69 kazak:-83 kazir:-58 ke:-59 kece:-24
kein:-55 keldi:42 keled:23 kelgi:-22 kelin:24 kelip:61 kelis:-32 kelme:141 kelse:-44 kelu:49 kelui:-18
kemed:16 kenes:-23 kense:-22 kerek:-32 kesip:-30 keski:16 keta:-106 kete:-63 ketem:-55 keti:103 ketik:-16
ketim:-15 ketip:117 ketir:40 ketke:27 ketki:16 ketoi:-19 ketu:-110 ketug:-34 kewe:36 kewig:-18 kewik:-40
kewke:18 kezde:-32 kezek:-27 kezen:-38 kila:-18 kilam:16 kildi:-20 kim:-72 kimde:-30 kimim:18 kino:-17
kipia:27 kirdi:49 kire:-27 kirgi:21 kirip:46 kirme:56 kisen:24 kisip:37 kislo:25 kist:59 kitai:-16 kiwke:18
kizda:37 klien:37 kogda:-76 koger:77 kogo:16 koiad:18 koiar:-23 koidi:110 koima:-18 koip:42 koipt:16
koisa:-43 koja:27 kojai:68 kokan:23 koli:37 kolik:78 kolim:16 kome:29 komek:51 komem:50 komis:-61 komna:139
kompe:-42 komu:-21 konCe:19 konCi:-36 konak:-32 konav:-26 konce:-26 konir:-28 konsu:-66 konte:65 kontr:-61
konve:63 kop:-39 kopir:24 kopiu:-23 kore:-28 kored:-15 korei:-44 korge:48 korid:-18 korka:-33 korki:72
kormi:53 korov:-20 korwa:37 korwi:27 kosil:-32 koter:131 kow:37 kowed:23 kowel:-24 kowi:-23 kowip:-15
kowir:-19 koz:29 kozi:-19 kozin:66 kraiu:26 kraju:-23 kran:33 krana:35 kredi:-54 kriCi:-33 krisu:25 kriwe:45
kriwi:33 krov:101 krovi:22 krovo:45 kruji:19 ksuda:27 kto:-77 kuali:-17 kuda:-75 kuieu:24 kuind:-16 kuip:25
kujac:-55 kukmi:-18 kulad:24 kulap:110 kuldi:28 kulip:31 kunde:16 kunen:72 kuni:-52 kunim:-19 kupit:-47
kurme:16 kurs:-56 kurse:-30 kursi:-19 kusip:22 kutip:-48 kutpe:37 kuw:32 kuwim:41 kuzet:37 kvand:40
kvota:-18 leCen:-36 legal:-49 lejit:35 leju:52 les:17 lesu:31 letet:-39 letom:-15 li:-81 liCno:-20 lico:83
lijit:32 liude:24 liudi:81 liudm:25 loki:23 lomia:37 luCwe:26 ma:-99 magan:33 magaz:60 maiti:51 majbu:50
malen:27 malim:-53 maliw:51 mama:73 maman:-72 mani:28 manig:18 matom:-28 mausi:-34 mawin:101 me:-137
medko:-35 medos:-29 memle:-27 memor:-29 men:-21 meni:56 menia:49 menin:-19 mertv:31 merzi:-106 mest:-16
metan:16 metro:-68 mewat:-16 mi:147 migra:54 milio:90 min:-37 mina:-56 minde:-20 minen:16 minia:45
minis:-131 minut:32 misli:17 mne:38 mnogo:28 mnoi:89 mo:18 mogo:80 mogu:-85 mogut:-41 moi:76 moih:20
mojem:57 mojet:-36 mojno:-89 molCa:19 molCi:21 molod:-17 more:27 morge:32 mosta:26 mowen:-35 muj:59 mujCi:33
mujik:29 mujim:28 muju:-54 muni:-19 murag:-45 muras:-21 naCal:62 naCat:-23 nado:-32 nadol:46 naglo:25
naidu:-22 naiti:18 naloj:15 nam:103 nami:36 napal:36 napis:17 napiw:-20 nares:48 naruC:74 nas:151 nasil:29
nasle:-18 nasme:19 natij:-26 naver:21 navse:104 naw:20 naweg:16 nawel:-30 nawi:41 nawih:-33 nawli:42 ne:33
neCem:20 nedel:60 neden:-29 nedos:28 nege:-87 nekud:18 neleg:-114 nelzi:44 nemes:-33 neni:-16 neoho:20
nesie:-24 net:24 newe:-78 nezaC:36 nezna:51 ni:17 niCeg:19 nigde:23 nih:39 nikom:16 nim:15 noC:34 noCam:17
noCiu:48 noga:16 nogam:22 nogi:38 nojom:34 nomer:-20 nomir:-36 norma:-48 novi:-47 novor:31 novos:-46
nujna:37 nujni:-30 nujno:-27 o:62 oCen:23 obezi:28 obias:-29 obiaz:-24 oblav:-18 obman:-60 obo:-30 oboje:29
obojg:25 obrat:22 obraw:19 obruw:23 obvar:27 obwag:26 obwej:55 obwi:16 odan:-16 odejd:26 odna:48 odni:33
odobr:-26 ofice:19 ofici:-71 ofis:-16 ofise:18 ofisi:-22 ofisk:-17 oform:-73 ogrom:-18 ohran:21 oianb:19
oiani:19 oilai:29 oilap:25 oima:63 okaza:30 okidi:-29 okima:42 okip:-39 okna:94 okruj:19 oku:-28 okuga:-84
ol:-28 olar:19 oldi:27 ole:19 olemi:92 olgim:144 oli:65 olim:72 olip:16 olipt:29 oltir:97 omir:62 omird:71
omirt:41 on:108 ona:89 ondai:-38 ondir:-42 onlai:-39 opeku:-24 opita:-21 oplat:-58 oralm:35 orman:52
ornal:-16 ortal:-27 osini:21 ostac:-36 ostan:40 oston:19 osvob:-16 ot:-24 otCim:23 otbas:-31 otdai:40
otdam:29 otdat:35 otdel:63 otec:39 otele:-18 otema:-16 oteme:68 otemi:-17 othva:59 oti:28 otini:-95 otip:-60
otir:123 otirm:100 otirs:-33 otkaz:-49 otkli:25 otkri:-55 otkro:-21 otkud:-37 otmen:-42 otnes:-15 otnia:26
otobr:132 otorv:30 otpei:-19 otpra:33 otpus:-65 otrab:61 otrav:44 otrej:24 otrez:41 otuge:-16 otvet:-76
owiri:17 ozdi:27 ozger:-18 ozi:46 ozim:-39 ozimd:27 pa:-94 padru:32 pahne:19 palau:-19 palce:-17 palci:37
palko:36 papa:28 papi:38 papu:31 paren:45 parni:20 paspo:51 pater:-36 pe:-63 pen:-16 pena:24 pensi:-43
pered:-57 pereh:42 pereo:19 peres:81 perev:105 perez:-29 pesni:-18 piani:52 piat:39 piate:24 piati:40
piatn:22 piato:26 piloi:59 pirnu:15 pisal:-18 pismo:-38 piwak:50 piwet:34 piwu:18 plaCe:48 plati:-59
plemi:49 plito:30 ploho:84 plova:-19 po:-61 poCem:-68 pobew:26 pod:118 podat:-32 podav:-33 podbr:19
podel:-32 podet:-17 podni:41 podoi:-19 podra:-25 podro:-23 podru:85 pogib:88 pogip:26 pogod:-27 pohat:-99
pohor:16 poiav:25 poidu:-44 poima:31 pojal:-35 pojar:28 poka:46 pokaz:-24 pokon:92 polic:34 poloj:20 polu:42
poluC:-66 polwu:-18 pomen:-23 pomog:47 pomoj:-41 pomow:46 ponia:-39 ponim:-19 popad:-33 popal:125 popas:18
popro:-19 porab:-33 porez:-36 posob:-17 posov:-59 posre:-17 postu:-27 poter:21 poves:40 pozvo:35 prava:-21
pravd:-50 prazd:-16 prebi:-19 predo:-41 pri:-27 priaC:55 priam:73 prida:25 pridu:-35 prieh:32 priez:18
prigl:-40 prign:35 prija:26 prile:64 prisl:79 prism:43 priso:-30 prist:49 prive:89 privo:43 priwl:34 pro:-35
proda:22 prodl:-37 progr:-102 proho:-17 proid:-50 proiz:-22 propa:18 propu:-24 prosi:58 prosn:32 prosr:-93
prost:51 proti:-20 prove:-81 prowa:47 prowl:-20 puliu:41 punkt:-30 pusan:55 pusti:-58 rabi:27 rabin:19
rabot:-43 rabst:25 rahme:-54 rai:-23 rajat:18 ranen:31 ranwe:-19 ras:-55 rasim:-25 raska:-18 rasol:30
raspr:35 ravno:16 raz:38 razbi:84 razdu:57 razni:-20 razob:-27 razre:17 razve:-58 realn:-22 reani:59
rebia:50 recep:-37 reis:17 reke:31 reket:29 reliz:-16 remon:-24 rentg:-27 resep:-18 resmi:-47 resto:16
ret:38 riliz:-49 rodil:-48 rojde:-40 rta:24 rugac:-28 ruka:35 ruksa:-70 ruku:71 rulge:-16 ruski:-30 rvet:36
rvota:38 s:39 sCet:-33 sabai:24 sadja:41 sagat:50 sagin:-40 sait:-51 saita:-23 sajai:-20 sakta:-37 saldi:55
salik:-30 salip:41 salon:26 sam:-21 samol:24 samos:-17 samou:25 sani:-32 sapar:-23 sasna:32 sati:23
satil:-18 satip:46 sausa:-30 sbeja:80 sbila:35 sbros:17 sdaci:-47 sdadi:-24 sdadu:-20 sdaiu:-16 sdam:42
sdava:-48 sdela:-16 sebe:18 sebia:32 sedmo:18 segod:55 seiCa:-61 seifk:52 sel:39 semi:20 senei:-19 sense:-19
serdc:58 sestr:76 seul:-39 seuld:-22 sezon:-45 shodi:45 shvat:16 siakt:-16 sibir:19 sidim:70 sidit:45
siju:59 silku:-16 silno:51 siloi:38 sim:-16 sin:53 sina:70 sindi:50 sinet:31 sinia:25 sinli:18 sinok:28
sinom:22 sinu:16 sir:-18 sirka:30 sirti:28 situa:-27 sizde:-32 sizdi:-16 sjeg:29 sjima:57 skaji:-31 skaza:54
skinu:25 sklad:20 skolk:-111 skonC:59 skora:54 skoru:88 skril:25 skuki:-27 skute:18 sleds:31 sledu:25
slezl:27 slojn:-21 sluCa:-44 smeci:19 smena:35 smeni:-21 smert:38 smogu:-26 snaru:58 snial:15 sniat:-58
snima:16 snova:-29 so:60 soCin:-19 sobak:45 sobir:22 sobra:61 sobwa:-31 sobwe:28 sobwi:-27 socse:20 sodan:16
sogla:-48 sojit:20 sokti:17 soliu:-26 son:-35 sonda:-49 soni:45 sonip:18 sorok:18 sos:48 sosed:26 sot:28
sotal:-19 sozna:43 spala:34 spase:27 spasl:-18 speci:-56 spim:27 spisk:-24 spiso:-25 spit:16 spliu:28
spoi:-18 sprav:-21 spraw:-25 spria:106 spros:-32 sroCn:23 srok:-59 sroka:-16 stalo:58 stank:20 stari:-23
stati:-18 statu:-61 stena:23 stene:26 steno:39 stidn:18 stipe:-32 stoim:25 stoit:-30 stoiu:39 stran:-76
straw:50 strel:31 stroi:61 stuCa:15 stude:-19 su:58 sud:56 sudne:36 suga:39 sui:29 suieg:56 suies:-24
surad:22 surag:-52 surak:-46 surap:40 suras:69 suret:31 surgi:35 suru:-27 surud:21 surug:41 sutki:29
suwes:25 svede:-25 svekr:16 sverh:-16 sviaz:106 svide:-46 svini:21 ta:55 table:40 tabug:-17 tagi:-30
taiak:22 taiko:25 tak:-28 tako:-19 taksi:-17 talap:16 tam:-72 tamag:21 tamak:106 tamoj:-33 tanan:23 tanip:37
tapsi:-91 tapti:23 tarta:-25 tarti:101 tasta:73 tau:22 tauga:42 tauip:-23 tegin:-20 tekse:-39 telef:70
telo:150 telom:19 temir:48 temna:26 tempe:54 teneg:-19 teper:-43 terez:43 terge:25 terle:16 tetia:25 tez:16
ti:-36 tiaje:18 tidi:19 tigil:31 tigip:37 tikto:-24 til:-25 tili:16 tilin:17 tim:-35 timdi:-21 tinim:19
tiri:80 tiris:21 tirke:-75 tise:46 tised:18 tisia:-43 tiurm:18 tiwin:18 tizim:-44 to:51 toCno:-15 tobel:23
togo:21 toje:66 toka:49 tokta:46 toleg:-18 tolei:-67 tolep:-17 toleu:-16 tolga:19 tolig:-22 tolko:101
tolti:-57 tonap:16 tonem:35 tonip:22 topik:-39 tort:27 towni:59 trakt:24 trase:25 travm:-34 trebu:109
trete:18 treti:108 tri:-44 tro:28 troim:21 trubk:23 truda:-23 trudo:-44 tu:-30 tuale:33 tuild:-19 tuist:37
tunde:46 tunep:21 tuni:47 tupoi:-15 tur:100 turad:-44 tural:-42 turam:-22 turat:44 turis:-111 turki:-21
turu:-18 tuse:-23 tusin:-36 tusip:73 tusti:60 tusu:-37 tut:19 tutin:27 tverd:20 u:79 uCebi:-28 uCet:-19
uCici:-68 uCit:-19 uakit:-47 ubeja:25 ubit:23 ubita:-18 ubiva:26 udara:53 udari:25 uderj:38 ugroj:88
ugroz:44 uha:53 uhal:68 uhala:22 uhat:-50 uho:28 ui:16 uiala:25 uiat:19 uideg:17 uiden:24 uidew:16 uige:40
uikta:192 uimiz:34 uindi:28 uiti:91 uje:51 ukral:-54 ukras:31 uksus:24 ukusi:-15 ulani:18 ulete:-16 ulice:26
ulicu:54 ulim:19 ulimd:16 ulimi:19 ulimn:-21 ulsan:30 ultik:-26 uma:45 umer:21 umere:48 umerw:-19 umira:-17
umiti:-73 unesl:30 unive:-48 upal:62 upala:57 uradi:29 urdi:39 urip:86 uript:-20 urlai:27 ursad:47 usini:-18
usip:21 uslov:-52 uspel:41 ustad:20 ustai:-48 ustal:-34 ustam:-19 ustap:38 ustim:33 ustin:24 utrom:32
uveli:30 uvezl:27 uvoli:-31 uvoln:16 uw:48 uwagi:27 uwak:-31 uwati:-15 uwip:49 uwla:16 uwu:-18 uwuim:-23
uzart:-17 uzild:38 uzili:19 vCera:90 vakan:-46 vam:-29 vanag:20 vas:-38 veCer:44 velel:19 verev:70 verit:-18
vernu:-46 vesti:21 vewi:58 vezd:-47 vezli:25 vezut:98 vhodi:-17 vi:-114 vibil:27 vidat:37 video:84 vidit:-24
viezd:-123 vigna:44 vigon:-18 vihod:86 viju:21 vikli:23 vikup:17 vilet:-59 viloj:27 vimog:22 vipil:57
vipla:-16 visot:19 vitaw:48 vivel:35 vivez:-24 viwla:30 viza:-96 vizam:-31 vizas:-64 vize:-15 vizi:-42
viziv:45 vizoi:-54 vizov:27 vizu:-49 vizva:34 vnutr:85 vocap:22 voda:42 vokza:45 von:32 voni:-61 vopro:-69
vorva:19 voskr:-15 vospo:34 vozmu:-52 vozra:-16 vpust:-16 vraC:-39 vraCi:25 vremi:-16 vse:110 vseh:49
vsem:50 vsiak:-20 vstat:35 vtoro:43 vziat:-40 vzorv:64 vzriv:20 wabui:33 wagim:-84 wakir:-18 walin:-28
wanta:23 wart:-15 warta:-43 warti:-40 warwa:44 wef:47 wege:46 wekar:-84 wepot:39 wetel:-52 wewem:-17
whaca:16 widai:21 wiga:18 wigam:52 wigar:26 wigip:107 wigu:-32 wigug:-37 wikpa:23 wimke:-67 win:-31 wto:40
wtraf:-102 wugil:-16 wunki:16 za:-18 zaber:-36 zabil:-40 zabir:-35 zabor:26 zabra:43 zader:-40 zagor:53
zagra:63 zaiav:-75 zakim:17 zakol:58 zakon:-70 zakop:17 zakri:72 zakro:-21 zalog:16 zaloj:19 zaman:18
zamuj:-23 zana:-16 zandi:-52 zanim:15 zansi:-116 zaper:34 zapol:-50 zapre:-136 zarab:-18 zareg:-16 zarpl:-83
zasnu:32 zasta:49 zatia:34 zatop:19 zauit:-58 zaval:28 zavel:22 zaver:24 zavtr:26 zdoro:-22 zeine:-56
zelen:-18 zemli:38 ziat:19 znaCi:-18 znaiu:51 znako:-16 znam:101 zone:30 zorla:48 zvand:29 zvond:34 zvoni:59
zvonk:30
"""

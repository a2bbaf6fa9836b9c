"""What training found. Made by `python -m bot.files.training`; do not edit by hand."""

WEIGHTS = (
    -4.5277,  # bias
    -2.8545,  # words
    -0.4023,  # grams
    1.1592,  # topic
    -0.2912,  # nearest
    -0.3614,  # reverse
    -0.1769,  # known
    1.8567,  # length
    0.3509,  # lead_fit
    1.4454,  # lead_words
    -0.6976,  # lead_grams
    2.9611,  # lead_topic
    1.1315,  # both
    3.2393,  # votes
    1.4887,  # lead_votes
    0.0985,  # size
    0.4986,  # missed
    -3.5825,  # strange
)

URGENCY = """
:-286 #airport:67 #at_door:209 #before.any:-388 #before_question:-32 #bleeding:192 #blood:257 #body:61
#bring_home:-179 #captive_place:46 #carried:193 #carried_off:131 #caught:333 #caught_strong:245 #cell:324
#claim:-141 #corpse:190 #courtesy:140 #courtesy_filler:-74 #cut:65 #degrees:65 #delayed_thing:-278
#despair:1028 #died:558 #died_strong:403 #dying:672 #forced:569 #forced_work:-10 #grave:115
#help_or_fear:175 #hiding:65 #hurt:245 #in_cell:303 #inside.any:-189 #interpreter:-17 #limb:261
#long_ago:-125 #long_silence:39 #long_sit:171 #lost_person:345 #me:430 #missing:477 #negation:137 #news:-94
#not_let_in:145 #now:154 #office:-345 #owner:82 #owner_silent:-35 #paper:-18 #paper_taken:605 #passport:198
#passport_only:78 #phone:50 #place_korea:-131 #places:-40 #places_home:-164 #police:79 #raid:18
#relative:347 #relative_of_korean:-78 #release:-141 #rescue:329 #school:-129 #self_taken:-12 #sick_now:107
#sit:363 #staff_call:-160 #staff_filler:-47 #staff_not:-117 #staff_person:-164 #swindled:-86
#taken_person:275 #thing_died:62 #thing_lost:-27 #threat:298 #threatener:260 #took_thing:70 #violence:575
1345:-69 18:50 2:24 2025:-13 2026:-23 28:-18 30:-49 41:27 42:-18 45:-14 60:23 Casov:44 Casto:-17 Catu:-31
Cego:-21 Celov:14 Cetir:12 Cto:-10 Ctobi:-23 Cujui:-9 a:33 adam:-44 adamd:-23 adres:-10 advok:155 agam:75
agamd:33 agami:63 agenc:-12 agilw:-9 agip:50 ai:36 aidan:37 aidi:-14 aidin:-12 aield:13 aieli:-40 ailig:-41
ailik:-24 aipul:-43 aiti:24 aitip:-16 aitui:18 akcia:-15 akeli:27 akem:43 akemn:29 aketi:58 akpan:-35
akpar:-16 akwa:-25 akwam:-30 akwas:-31 aladi:-37 alaia:-9 alam:-14 alama:-19 alami:-50 alasi:-9 aldas:-10
alde:-11 aldi:208 aldim:-11 aldin:-21 alime:-13 alip:114 almad:-17 almai:81 almat:-71 alu:55 amnis:-119
ana:38 anamn:17 andip:28 anket:-31 anoni:-21 ansan:111 apata:9 apati:16 apkem:37 apost:-9 apta:63 aptad:42
aptek:-18 arest:104 ariz:-15 arkil:-15 arnai:-9 aropo:-14 artik:-12 asala:-19 astan:-18 asti:18 audar:-15
auir:18 auira:-9 auisa:-15 auist:-65 aujai:39 auruh:34 avtob:52 awild:-16 awu:-9 azama:-10 ba:-125 babuw:-40
bagaj:-10 bagda:-63 baila:16 bala:-15 balal:14 balam:-101 balan:-51 bali:-10 ban:-17 bank:-20 bar:-15
bara:-55 barad:-13 baram:-37 barat:16 bargi:-42 barim:79 barip:-63 barma:-13 barsa:-81 baru:-17 barud:-12
barug:-30 basim:31 basin:23 baska:-66 basta:-16 basti:60 bauir:20 bc:-12 be:-75 bejat:24 belgi:30 ber:-44
bere:-43 bered:-38 beret:-27 beri:102 beril:-11 berin:-29 berip:-18 berme:-139 berse:-13 berut:12 beruw:-12
bes:15 bespl:20 bet:59 bez:-54 bezvi:-45 biet:17 bil:13 bilem:-25 bilet:-74 bili:-13 bilme:28 bir:61
bireu:18 birge:-9 biti:-20 biz:-11 bizdi:85 bizge:-13 blija:-9 boiac:-37 boims:26 boius:29 bola:-87
bolad:-68 bolam:-36 boldi:145 bolek:-17 bolet:-48 bolez:-13 bolga:-71 bolim:18 bolip:-35 bolma:-9 bolme:33
bolni:62 bolsa:-22 bolwe:154 borde:17 bos:-17 bosat:-20 bot:-83 brak:-9 brat:30 brata:22 bredi:56 briga:82
budet:-14 bugin:-10 bul:-49 bumag:-39 burin:-14 butil:25 ceh:21 ceha:28 cena:-27 con:-29 d4:-16 da:-25
dadut:-28 daind:-10 dal:-14 dalek:56 dali:66 danie:-40 darig:-15 dastu:-9 data:-9 de:-14 deduw:-13 degen:-41
deidi:103 deimi:-33 deini:-17 deist:-10 delat:121 delda:-44 dem:37 den:55 denam:-9 deneg:20 denes:46
depor:-50 derek:-42 derja:-29 desia:43 dewev:-15 diadi:19 dihan:12 diplo:-10 direk:36 diwit:66 dlia:-132
dnei:-27 dnia:23 do:-28 doC:12 doCer:28 doCka:37 dobro:-20 dogov:-31 dokum:64 dolga:45 dolgo:10 doljn:51
dom:42 doma:-39 dome:13 domoi:-17 doram:-11 dosim:84 dosta:-21 dozvo:-18 draku:30 drug:-15 drugi:-12
druze:22 dumai:76 dunie:74 duris:17 duwil:23 dva:-30 dve:17 dver:66 dvo:27 dvoiu:10 dvora:50 e7:-9 e74:-20
e8:-60 e9:-38 eariv:-28 edi:-9 edim:-10 ego:-59 ehat:-18 eken:14 ekeni:-28 eki:74 ekinw:-10 ekzam:-17
elge:-61 elwil:-9 emes:-33 emtih:-21 emu:31 enbek:-35 endi:25 eps:-211 erikt:-17 erkim:-17 esep:-10 esi:41
esine:43 esli:-128 est:-60 etaja:64 etniC:-15 eto:-90 etogo:-9 etomu:-31 ewe:26 f1:-39 f3:-14 f4:-52
famil:-9 fermi:13 fermu:44 fevra:-11 firma:-9 flewk:-11 forme:45 g1:-20 gana:44 gazom:23 gde:-116 ge:-12
gepat:-43 germa:-10 gks:-17 goda:-38 golov:31 gonia:47 gosti:-25 govor:36 grajd:-18 grani:-84 gripo:-17
gruzi:44 h2:-26 habar:97 hikor:-33 hoCec:32 hoCet:-88 hoCu:97 hoste:-10 hotim:-20 hozia:159 hrani:-9
hvaso:18 i:211 ia:85 idet:-29 idti:9 ili:-83 imet:-10 inCeo:15 inCho:67 infar:12 infor:-27 inim:64 inimd:-19
inimn:-11 inost:34 inspe:-30 insul:11 inter:-9 intim:37 ip:-9 isCez:10 iskat:-29 iskli:-9 istei:-86
istep:-12 ister:9 istes:-18 istet:82 isteu:-55 istew:-11 istoC:-40 iubku:46 iwkiz:66 iwten:40 iwu:37 iwut:22
iz:-15 izbie:33 izbil:50 izbiv:54 izdei:-35 izdet:-10 izdeu:-11 iznas:35 izoli:38 jaka:36 jaksi:-24
jalak:-42 jalgi:-9 jalob:-29 jalov:-21 jaman:-11 janal:-24 janar:-15 jarna:-11 jasag:54 jasap:-10 jasat:-16
jasi:-18 jatak:11 jatip:9 jatir:137 jauap:-106 jazga:-24 jazil:-33 jazip:-12 jazsa:-30 jdat:-12 je:-34
jelto:-14 jena:59 jene:-9 jeni:21 jenoi:-48 jenu:-10 jerde:-10 jerge:-40 jerto:14 jestk:33 jetki:71 jezde:56
jiber:-71 jieni:-10 jigit:57 jil:-13 jilai:31 jilda:-23 jilga:-10 jinai:-18 jinap:97 jirti:54 jit:180
jivie:-10 jivoi:-11 jizn:36 jogal:106 jogar:21 jok:151 jolda:41 joli:-43 jsn:-11 jugin:-11 jukti:40
jumis:-85 jumsa:37 jureg:25 jurge:13 jurip:-27 jurmi:54 kafe:22 kagip:12 kai:-62 kaida:-137 kaisi:-21
kaita:85 kaiti:41 kaitk:-25 kaitu:-38 kajdi:12 kak:-129 kakie:-66 kakih:-13 kakim:-12 kakoi:13 kakom:-16
kala:-10 kalai:-83 kaldi:17 kalip:75 kalma:-9 kalpi:-9 kamad:24 kamap:23 kamau:56 kamer:32 kan:100
kanda:-114 kanwa:-91 karao:30 karis:-35 kariz:42 karta:-71 karti:-19 kasin:-27 kate:-12 kati:19 katis:-13
kauip:-16 kawan:-86 kawsa:10 kaza:9 kazah:-109 kazak:-92 kazir:-89 ke:-42 kein:-45 keldi:33 kele:-22
keled:78 kelgi:-20 kelip:79 kelme:125 kelse:-9 kelti:-9 kenes:-9 kerek:72 kerne:21 kesip:-17 keta:-119
kete:-69 ketem:-45 keti:53 ketim:-17 ketip:36 ketir:74 ketke:-12 ketoi:-12 ketu:-68 ketug:-36 kewe:9
kewik:-11 kezde:-10 kezen:-28 kim:-66 kimde:-15 kimge:-23 kirgi:47 kirug:-27 kisen:12 kisip:16 kitai:-9
kizda:59 kladu:24 klien:27 kogda:-21 koi:14 koiad:-9 koiai:-9 koiar:-13 koidi:103 koima:-21 koip:50 koipt:44
kojai:99 kol:20 koleg:34 kolik:29 kolim:10 kome:28 komek:84 komis:-44 komna:65 kompe:-13 komu:-33 konCe:36
konCi:-14 kona:-9 konak:-10 konce:-17 konir:-18 konsu:-32 kontr:-43 kop:-13 korec:28 kored:-14 korei:-145
korid:-9 korki:9 kormi:13 korov:-10 korse:-13 korwi:35 kosil:-26 koter:50 kotor:19 kowed:-10 kowel:-12
kredi:-42 kriCi:-34 kriwi:39 krov:67 krovi:93 krovo:38 kto:-80 kuali:-11 kuieu:68 kujac:-39 kujat:-35
kukmi:-9 kul:14 kulap:43 kunde:27 kunen:52 kuni:-46 kupit:-38 kurbi:-13 kurs:-21 kurse:-38 kursi:-9 kutil:23
kuwta:29 kvart:-10 kvota:-9 legal:-48 lejit:12 leju:111 lestn:19 let:-14 lezet:46 li:-189 licu:16 liubi:-25
liudi:28 luCwe:36 ma:-273 magan:-28 maiti:53 majbu:123 malim:-30 maman:-48 mamu:16 mani:45 matin:-9
matom:-23 mausi:-32 mawin:13 me:-187 medko:-13 memor:-12 men:-34 meni:-10 menia:139 mertv:33 merzi:-56
mest:-9 meste:-11 metro:-31 mi:78 migra:31 milio:42 min:-17 minis:-55 minut:32 mne:-14 mnogo:94 mnoi:24
mogo:38 mogut:-44 moi:115 moia:21 moih:22 moiu:12 mojem:69 mojet:-24 mojno:-142 molCi:16 momu:-12 mowen:-29
muj:18 muja:-18 mujik:29 muju:-104 muni:-11 murag:-49 na:-23 naCal:65 nadel:22 nadol:30 naglo:25 naide:-9
naidi:15 naidu:-33 naiti:-15 naloj:24 nam:99 napiw:-24 narko:21 naruC:27 nas:123 nasil:16 nasle:-17 nasme:19
naver:15 navse:11 naw:47 nawi:22 nawih:-28 nawli:12 nawu:24 nazad:-27 ne:137 nedel:58 neden:-26 nedos:22
nege:-60 nekud:24 neleg:-141 nemes:-23 nemet:15 nemu:-24 neni:-10 net:12 nevip:-9 newe:-55 nezaC:38
niCeg:-16 nim:-11 noCiu:42 noga:43 nogam:22 nojam:29 nojom:46 nomer:-23 nomir:-17 novi:-62 novos:-29
nujen:-11 nujna:52 o:16 obewa:-59 obezi:43 oblav:13 obman:-15 obo:-26 obwag:38 obwej:10 odin:21 odna:-20
ofice:-13 ofici:-55 ofise:10 ofisi:-10 ofisk:-10 oform:-61 ohran:22 okaza:37 okidi:-19 okip:-10 okruj:24
oku:-11 okuga:-78 ol:-28 oldi:42 olgen:33 olgim:176 oli:19 olip:48 olsem:29 oltir:125 omir:110 omird:109
omirg:29 omirt:35 on:24 ona:16 ondir:-20 oni:-46 onlai:-23 opera:44 opita:-9 oplat:-17 orin:-10 ornim:-10
ornin:29 ortal:-18 ostan:69 ot:18 otCim:22 otca:-21 otdat:36 ote:18 otec:54 oti:79 otini:-26 otip:-26
otir:73 otirm:22 otkaz:-55 otkli:19 otkri:-60 otkro:-18 otkud:-17 otnia:23 otnim:38 otobr:91 otorv:28
otpra:44 otpus:-46 otrav:23 otrez:11 otrub:71 otvet:-52 owiri:15 oz:-17 ozdi:59 ozim:-49 ozimd:79 ozime:20
ozine:14 pa:-54 palau:-10 palci:71 palko:51 papa:42 pape:17 papu:42 paren:18 paspo:127 pe:-42 pen:-14
pered:-48 perei:-11 peres:62 perez:-15 piani:47 piat:42 piati:29 piato:64 pisal:-16 pisat:-26 pital:25
piwak:35 piwet:38 plaCe:19 plaCu:10 plati:-55 ploho:66 po:-47 poCem:-56 poCin:-13 pod:110 podat:-17
podav:-23 podel:-22 podet:-10 podni:14 podpi:-14 podra:-18 podro:-13 podru:82 pogib:49 pogip:18 pohat:-95
pohor:9 poidu:-30 poima:34 poka:26 pokon:86 pol:24 polgo:12 polia:11 polic:10 poluC:-54 polwu:-21 pomen:-12
pomoC:21 pomog:106 pomoj:-21 pomow:-9 poned:9 ponia:-20 ponim:-36 popad:-18 porab:-29 posad:10 posle:-59
posmo:-10 posob:-19 posol:-18 posov:-49 posre:-33 postu:-14 poter:75 poves:87 povia:23 pravd:-22 pravo:-10
predo:-14 preso:14 priam:88 prida:14 pridu:-31 prieh:49 prigl:-18 priho:19 prile:21 prini:-22 priso:-17
prist:24 priti:-10 prive:48 priwl:68 pro:-27 proda:44 prodl:-23 progr:-78 proid:-39 proiz:-9 propa:35
prosr:-123 prost:19 prove:-54 prowa:47 prowu:20 pusan:57 puska:18 pusti:-41 rabi:24 raboC:25 rahme:-14
rakim:-9 ranen:65 ranwe:-15 ras:-16 rasim:-13 raspa:-9 raspr:62 razbi:11 razob:-12 razre:65 razve:-44
reani:41 reben:-104 rebia:27 rebra:33 recep:-18 reis:-12 reliz:-20 resmi:-44 ret:-10 rewil:16 riliz:-31
rodil:-37 rodit:-38 rodst:-156 rojat:26 rojde:-13 rosiu:-10 rozis:-40 rugac:-23 ruka:42 ruki:24 ruksa:-96
ruku:27 s:127 sabap:16 sagin:-39 sait:-15 saita:-18 sajai:-20 sakta:-40 salik:-14 salin:-13 salip:12 sam:-35
samol:-33 samos:-10 samou:30 sani:-15 sapar:-16 satil:-9 satip:25 sausa:-17 sbros:39 sdaci:-20 sdadi:-31
sdadu:-20 sdava:-21 sdela:-21 sebe:22 sebia:37 segod:23 seiCa:-53 seife:36 seifk:29 senei:-20 sense:-12
serdc:37 sestr:55 seul:-13 seula:13 seule:35 sezon:-25 shvat:24 siakt:14 sidim:12 sidit:39 siju:47 sil:22
silno:23 siloi:44 sim:-12 sin:55 sina:90 sindi:48 sinia:32 sinok:26 sinom:36 sir:-9 sirtk:9 situa:-27
sizde:-24 sjeg:43 sklad:13 skolk:-134 skonC:43 skora:56 skoru:23 skuki:-13 slojn:-21 sloma:19 slujb:11
smeci:28 smeni:-17 smert:23 smogu:-23 sniat:-45 snova:-15 so:64 sobak:19 sobes:-13 sobir:39 sobra:75
sobwa:-11 sobwi:-16 sogla:-31 sokti:42 sol:-15 soliu:-17 son:-11 soni:-13 sonip:13 sorok:56 sotal:-9
sotru:-11 sozna:46 speci:-29 spisk:-15 spiso:-15 spraw:-21 spria:86 spros:-28 sroCn:56 srok:-32 stalo:12
stank:83 stano:11 stari:-32 stati:-11 statu:-44 stipe:-17 stoit:-36 strah:-24 stran:-37 stroi:109 stuCa:42
stuCi:24 suieg:63 suies:-28 surag:-51 surai:-17 surak:-9 suras:59 surgi:75 suru:-9 surud:45 sutki:12
svede:-10 sverh:-18 sviaz:144 svide:-11 ta:72 taba:10 tabam:23 table:35 tabu:-42 tabug:-13 tagi:-16 taiak:43
tak:-17 tam:-60 tamak:96 tanip:43 tapsi:-46 tapti:9 tarti:86 tasim:-42 tasta:36 tauip:-20 tedji:-9 tegu:13
tekse:-59 telef:103 telo:38 tempe:73 teper:-26 tetiu:16 ti:-37 tigip:44 tikto:-9 til:-18 tim:-22 timdi:-11
tiris:19 tirke:-22 tised:15 tiste:13 tiurm:33 tizim:-21 to:22 toje:22 toka:33 tokta:15 tolei:-20 tolem:-24
tolep:-10 tolga:38 tolig:-11 tolko:18 tolku:29 tolti:-37 topik:-10 tort:58 torti:13 travm:-16 trebu:58
treti:50 troih:17 trubk:-17 truda:-12 trudo:-27 tu:-24 tuale:21 tudi:-13 tuisi:-78 tuist:-65 tunde:11 tur:99
turad:-28 tural:-42 turam:-20 turde:-12 turis:-120 turki:-14 turmi:-28 tuse:-33 tusin:-40 tusip:21 tusiz:19
tusti:45 tusu:-15 tut:-15 tutki:24 u:108 uCebi:-11 uCici:-38 uakit:-20 ubeja:50 ubist:53 udari:37 uderj:25
ugroj:195 ugroz:50 uhal:67 uhat:-19 uide:-17 uiden:34 uikta:11 uiti:66 uje:38 ukral:-18 uldan:40 ulete:-15
ulicu:13 ulim:33 ulime:42 ulind:27 ultik:-24 ultin:-9 umer:48 umere:52 umerl:-32 umira:-22 umiti:-30
unive:-27 unsiz:19 upal:77 upala:25 urdi:54 urip:34 urisa:27 usini:-13 uslov:-14 usnu:16 ustad:16 ustal:-60
ustap:67 ustro:-13 utonu:10 utrom:24 uvezl:39 uvidi:-13 uvoli:-27 uwati:-11 uwin:-36 uwird:-17 uzild:42
uzilg:-42 uznat:-32 v:85 vCera:55 vagon:13 vakan:-14 vas:-17 vernu:-73 veste:20 vesti:37 vewi:44 vezd:-58
vezut:74 vi:-75 vidad:-9 videl:-12 vidit:-29 viezd:-122 viezj:-10 vihod:88 viju:39 vilet:-35 vipiu:16
vipus:43 vivez:-11 viwla:-11 viza:-104 vizam:-9 vizas:-48 vize:-10 vizi:-65 vizoi:-18 vizov:-15 vizu:-67
vizva:23 vmest:-17 voine:-13 von:-17 voni:-25 vopro:-70 vorva:21 vozmo:-16 vozmu:-20 vraCi:12 vreme:-10
vse:116 vsego:32 vseh:77 vsem:39 vsiu:24 vstat:19 vzial:-34 vziat:-42 vzriv:65 wagag:-13 wagim:-59 wakir:-31
walin:-18 warta:-32 warti:-18 warwa:72 wekar:-25 wetel:-45 wewem:-18 widai:39 wigar:155 wigu:-29 wigug:-10
wikpa:24 wikti:-15 wimke:-44 wkolu:-11 wtraf:-90 wugil:-10 za:-24 zaber:-48 zabil:-12 zabol:-25 zader:-66
zadih:18 zagra:35 zaiav:-27 zakon:-39 zakri:60 zakro:-19 zaman:37 zamuj:-17 zandi:-57 zanim:16 zansi:-81
zaper:39 zapis:-16 zapol:-25 zapre:-131 zarpl:-42 zasta:77 zauit:15 zavod:57 zeine:-16 zelen:-9 zemli:14
znaCi:-9 znaiu:11 znam:25 zorla:12 zvonk:29
"""

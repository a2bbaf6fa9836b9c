"""What training found. Made by `python -m bot.files.training`; do not edit by hand."""

WEIGHTS = (
    -3.5314,  # bias
    -2.7703,  # words
    -1.5275,  # grams
    1.3617,  # topic
    -2.6667,  # nearest
    0.563,  # reverse
    0.2691,  # known
    0.8748,  # length
    -0.1972,  # lead_fit
    2.3963,  # lead_words
    -0.4238,  # lead_grams
    3.5518,  # lead_topic
    1.1056,  # both
    4.1627,  # votes
    3.3855,  # lead_votes
    -0.0767,  # size
    -0.3974,  # missed
    -3.6489,  # strange
)

FOLLOW_UP = (
    -3.2726,  # bias
    -3.6473,  # words
    -0.5292,  # grams
    0.6745,  # topic
    -0.8974,  # nearest
    0.9313,  # reverse
    0.4506,  # known
    0.1761,  # length
    0.425,  # lead_fit
    0.2415,  # lead_words
    0.08,  # lead_grams
    2.4581,  # lead_topic
    1.6655,  # both
    2.9822,  # votes
    2.541,  # lead_votes
    -0.5017,  # size
    -0.5879,  # missed
    -3.4103,  # strange
    1.8457,  # kin
    3.5353,  # shown
    0.7437,  # lead_kin
)

URGENCY = """
:-212 !alarm:202 !alarm.captive:146 !alarm.cry:131 !alarm.death:122 !alarm.despair:197 !alarm.detained:135
!alarm.dying:172 !alarm.held_at_border:63 !alarm.missing:247 !alarm.passport_taken:244
!alarm.relative_detained:129 !alarm.violence:202 !unless.any:-74 !unless.captive:-69 !unless.death:-93
!unless.despair:-29 !unless.detained:-39 !unless.dying:-42 !unless.passport_taken:-47 !unless.violence:-42
#at_door:196 #before.any:-42 #blackmail:169 #bleeding:47 #blood:202 #body_part:154 #break_in:58
#bring_home:-25 #call_police:185 #camera:25 #carried:119 #carried_off:131 #caught:156 #caught_in_raid:159
#caught_strong:173 #cell:79 #chase:80 #chased:122 #child_sick:71 #claim:-35 #corpse:252 #courtesy:28
#cry:239 #cut:50 #debt_bond:127 #degrees:43 #delayed_thing:-29 #despair:397 #died:174 #died_past:-48
#died_strong:245 #dying:285 #feverish:50 #food_none:223 #forced:215 #forced_sex:73 #future:-27
#harm_promise:200 #held_back:60 #help:42 #help_need:110 #help_or_fear:60 #hiding:218 #high:21 #hit:121
#hit_where:170 #hurt:154 #in_cell:142 #inside.any:-44 #interpreter:86 #intimate:81 #intruders:97
#just_now:32 #kid:34 #kin_or_me:78 #leaving_now:94 #lies:121 #limb:75 #long_ago:-60 #long_sit:62
#lost_person:71 #me:52 #missing:180 #naked:157 #negation:26 #news:-79 #next_flight:102 #no_lawyer:179
#not_breathing:51 #not_let_in:50 #now:31 #office:-37 #over:-42 #pain_bad:102 #paper_taken:122 #paperwork:-35
#passport:37 #pay_or:131 #peril:101 #person_taken_off:22 #personal_things:32 #phone:93 #phone_given:60
#place_korea:-30 #places:-34 #places_home:-42 #police:22 #raid:30 #relative:65 #relative_of_korean:-39
#release:-46 #rescue:88 #rumour:-59 #self_taken:-29 #sick_now:277 #sit:114 #sold_person:59 #spread:68
#staff_call:-22 #staff_not:-30 #staff_person:-20 #street:115 #swindled:-36 #taken_person:82 #threat:237
#threat_note:132 #threatener:51 #throw_out:71 #took_thing:73 #trade:-33 #unconscious:205 #unhelped:98
#violence:238 #will_die:122 #withheld:111 #work_place:26 10:65 119:59 1345:-86 1414:-20 18:81 200:36 2000:26
2026:-37 28:-22 30:-64 35:47 40:27 41:48 6:47 8:23 Can:41 Cas:72 Casov:49 Casto:-22 Cego:-55 Celov:75
Cem:-85 Cerez:-58 Chond:30 Cislo:-29 Cto:-20 Ctobi:-43 Cujoi:30 Cujui:19 Cuvst:22 a:-70 abone:20 ad:48
adam:-24 adamd:21 adamg:-30 adres:-57 advok:141 agam:114 agamd:32 agami:71 agaw:21 agenc:-48 agent:-43
agip:33 agzal:23 ai:-29 aiagi:24 aiakt:20 aida:-21 aidi:43 aidim:36 aiel:24 aieli:-23 aikai:22 ailig:-59
ainal:38 aipul:-69 airil:33 airma:-26 aitip:-54 aitpa:26 aitpe:29 aitug:31 ak:-30 akcia:-26 akele:19
akeli:47 akem:61 akete:-25 aketi:84 akisi:-46 akpan:-46 akwa:46 akwam:-77 akwan:-28 akwas:-35 ala:-33
aladi:-44 alaia:-35 alam:-24 alami:-44 alde:-36 aldi:202 aldim:-54 alerg:48 ali:23 alime:-44 alip:58
almad:-32 almai:42 almat:-72 alpis:-25 alsa:-19 aluga:-35 aman:-26 amnis:-87 ana:30 anali:-25 anama:38
anamd:32 anand:19 anasi:20 anikt:-28 anket:-55 anoni:-23 ansan:95 apam:-32 apamd:40 apari:126 apati:31
apkem:50 apta:57 aptad:32 aptag:-20 aptek:-44 ar:-26 arest:75 ari:-21 arizd:-30 arkan:26 arkil:-38 artik:-47
artim:69 asili:61 asilu:77 astan:-26 astin:41 astma:24 ata:33 atam:-26 atimd:-22 audar:39 auild:40 auir:72
auist:-62 auisu:-24 auruh:40 avtob:62 avtok:45 avtot:21 aw:19 awik:-20 awila:-47 awild:-21 awu:-19 azama:-41
ba:-51 babuw:-30 bagaj:-34 bagda:-85 bagin:20 baila:22 balag:-24 balal:71 balas:20 bali:-18 balon:37 ban:-24
bank:-34 bar:-37 bara:-38 barad:125 barai:-48 barak:45 baram:-27 barga:-23 bargi:-38 bari:116 barim:57
barin:54 barip:-68 barma:-32 barsa:-84 baru:-27 barud:-20 barug:-34 bas:-34 basim:37 basin:33 basip:46
baska:-27 basta:-51 basti:124 batip:24 bauir:115 bazar:19 be:-80 beita:106 ben:-23 ber:-43 berdi:-48
bere:-51 berem:32 beret:-53 berge:-24 bergi:30 beri:122 beril:-46 berin:-24 berip:-46 berme:28 berse:-31
berug:-24 berut:-41 beruw:-26 bet:110 beti:29 betim:49 betin:19 bezop:-20 bezvi:-70 bi:26 biet:30 bikte:22
bila:-44 bileg:46 bilme:114 bilo:42 bilti:-26 birak:-39 birde:-24 bireu:64 birge:46 birin:-20 bistr:-26
bit:-33 bited:-27 bitip:-20 bitke:-27 biuro:-20 bivat:-28 biz:21 bizde:-22 bizdi:87 bizge:34 boiac:-19
boims:48 boinw:-31 bol:57 bola:-47 bolad:-57 bolam:-68 boldi:98 bolet:-27 bolga:-67 boli:31 bolim:68
bolit:38 bolme:83 bolni:81 bolsa:-25 bolwe:206 bopsa:62 borde:36 boroc:32 bos:34 boski:-25 bot:-47 brat:99
brata:84 brati:67 bratu:30 bredi:56 briga:93 broke:26 brosa:30 brosi:36 budet:-34 bul:-55 bumag:-25
burin:-30 ceha:26 cehta:-33 cena:-23 centr:-32 con:-25 d2:-25 d4:-26 dadut:-39 daind:-27 daite:-27 daje:25
dal:-43 dalad:24 dalag:44 dalek:37 dali:55 dalwe:-71 danek:-40 danie:-51 dari:95 darig:-25 dat:-36 data:-43
datu:-27 dauis:19 davle:59 dazvo:21 de:-21 dedi:26 deduw:-32 degen:-59 deidi:35 deimi:-22 dein:-34 deist:-32
delai:-27 delal:45 delat:40 delda:-35 dem:55 demal:-28 demei:20 den:74 deneg:36 denes:147 depor:-45
depoz:-19 derek:-38 derja:24 derji:47 desem:45 desen:21 desia:24 deti:60 devoC:67 diadi:44 dihan:32 dim:23
diplo:-25 diwat:23 diwit:47 dlia:-43 dnei:-27 dni:-48 dnia:-42 do:-18 doC:100 doCer:57 doCka:30 doCku:22
dobro:-47 dogov:-72 dohal:43 dohlu:27 dokum:21 dolg:43 dolgt:19 dolje:32 dom:33 domoi:-48 dopla:-25 dopra:32
dorog:-24 dosim:34 dosta:-36 dozvo:-39 draku:63 druze:22 druzi:26 duken:27 dumai:142 dunie:46 duris:-46
duwa:19 duwil:21 dva:-50 dve:34 dver:159 dveri:37 dvo:135 dvora:29 e7:-63 e74:-30 e8:-67 e9:-79 eariv:-65
edend:31 edet:35 edi:49 edik:-22 edim:-33 edit:49 edu:-20 ego:-24 ehat:-49 ekeni:47 ekeum:-19 eki:19
ekzam:-47 elde:-25 elden:-45 elder:-24 elekt:-36 elge:-50 elwil:-43 emdel:-37 emdem:30 emes:-46 emtih:-64
emu:-20 enbek:-83 eps:-43 erikt:-32 erip:62 erj:-30 erkek:32 erkim:-43 erten:53 esepk:-28 esept:-21 esi:28
esik:53 esikt:39 esimn:-21 esin:37 esine:73 esli:-36 est:-43 estid:-32 estig:19 etaja:24 etaje:81 etap:-27
etedi:81 etemi:29 etniC:-21 eto:-57 etogo:-42 etu:-27 etuge:-38 ew:35 ewe:-61 ewkai:23 ewkim:47 ewten:35
f1:-24 f4:-64 f6:-20 fabri:-19 falan:-19 famil:-31 feisb:-23 ferma:-34 fermu:51 fevra:-37 firma:-42 forme:23
foto:79 furgo:29 g1:-44 galoC:27 gana:58 gaz:78 gazom:42 gde:-35 ge:-35 gepat:-35 glaz:43 glaza:-26 god:-25
goda:-53 godu:-37 goi:-43 golov:82 gonia:48 gori:35 gorim:50 gorit:33 gorlo:48 gospi:36 gosti:-20 gotov:-19
govor:54 gowiv:19 grajd:-41 grani:-68 grob:34 grozi:43 grupu:-19 gruz:23 guba:25 gudki:30 gudok:51 gvozd:48
h2:-40 habar:107 hat:-26 hatim:-31 hikor:-41 hlebo:57 hoCec:40 hoCet:-48 hotim:-33 hozia:95 hrani:42
hripi:32 hvati:-28 i:45 ia:34 idem:37 idti:-29 ih:-36 ili:-59 iltan:-21 imigr:-56 inCen:22 inCeo:19 inCon:23
inaCe:29 inali:24 infor:-24 inim:55 inimd:24 inspe:-33 insul:20 inter:-29 intim:70 isCez:27 isip:36 iste:29
istei:-41 istek:-32 istep:-46 istes:-49 istet:131 isteu:-42 istoC:-36 iwim:37 iwip:104 iwki:23 iwkiz:44
iwu:48 iwut:39 izbil:74 izbiv:61 iznas:66 izo:40 izoli:99 jabad:-23 jabil:-32 jagda:74 jai:-21 jaka:28
jaksi:-26 jakta:-29 jalak:-84 jalan:20 jalga:-19 jalob:-28 jalov:-68 jana:-47 janal:-25 jane:-33 jansa:34
jansi:21 jarai:-20 jarak:-50 jaral:40 jarde:32 jarik:20 jaril:28 jarip:43 jarna:-30 jarti:-34 jasad:21
jasag:24 jasat:-35 jasir:31 jasta:-22 jatin:32 jatip:28 jatir:87 jatka:37 jatki:20 jatpa:24 jauap:-60
jazal:-35 jazam:-21 jazdi:25 jazga:-24 jazil:-44 jazip:35 jazsa:-24 jdat:-34 jdem:21 jedel:57 jelig:69
jelto:-28 jena:33 jenil:-31 jete:-22 jetki:60 jetpe:54 jezde:77 jigit:62 jil:-40 jilai:21 jilda:-60 jilet:39
jilga:-31 jili:-26 jina:31 jinai:-23 jinam:20 jinap:70 jirti:43 jit:150 jiv:34 jivot:64 jizn:71 jogal:46
jok:71 jola:25 jolda:57 juied:-20 juies:-25 juikt:19 juk:22 jukti:31 jumdi:24 jumis:-23 jumsa:46 jur:21
jure:-28 jureg:54 jurip:-41 jurmi:26 jurse:-39 jurud:25 jutip:37 juz:-44 kabil:-37 kabir:21 kafe:20
kagaz:-56 kagip:20 kai:-61 kaica:-19 kaida:-51 kaik:36 kaisi:-78 kaite:-22 kaiti:52 kaitk:-28 kaitp:-39
kaitu:-42 kajdi:40 kak:-26 kakai:-45 kakie:-76 kakih:-27 kako:-33 kakoi:-51 kakom:-29 kakpa:38 kala:-20
kalai:-30 kaldi:92 kalma:33 kalsa:-30 kamad:35 kamak:20 kamap:35 kamau:85 kamer:25 kan:84 kana:45 kanda:-66
kanwa:-56 kara:-25 karan:34 karao:32 karau:41 karei:24 karis:-50 kariz:91 karta:-75 karti:-31 kartu:-23
kate:-35 katis:-22 kauip:-27 kaupi:71 kawan:-91 kawat:29 kawip:83 kaza:61 kazah:-40 kazak:-48 kazir:-35
ke:-44 kece:-22 kecen:19 kein:-55 kel:-20 keldi:32 keled:24 kelge:-57 kelgi:-19 kelip:70 kelis:-52 kelme:157
kelse:-35 kelu:32 kense:-50 kerek:-22 kesem:24 kesip:-26 keski:21 keta:-49 kete:-74 keted:-30 ketem:-74
keti:96 ketip:144 ketir:52 ketke:-24 ketki:30 ketoi:-24 ketu:-90 ketud:-32 ketug:-48 kewe:55 kewik:-27
kewke:32 kezde:-28 kezek:-49 kezen:-68 kilam:23 kim:-72 kimba:-31 kimde:-26 kimdi:-25 kipia:21 kirdi:45
kire:-25 kirip:59 kirme:64 kirse:-26 kisen:23 kisip:48 kislo:28 kist:77 kista:-21 kitai:-24 kiwke:21
kizda:44 klien:52 klini:-27 kogda:-56 koger:105 koia:-42 koiar:-21 koidi:99 koiga:-26 koip:49 koisa:-40
koja:21 kojai:51 kokal:20 kokan:30 kol:-28 kolek:21 koli:58 kolik:116 kome:54 komek:60 komem:74 komis:-42
komna:174 komno:22 kompe:-39 komu:-18 kon:-24 konCe:43 konCi:-61 konak:-24 konsu:-70 konte:87 kontr:-57
konve:97 kop:-55 kopir:25 korei:-28 korge:54 korid:-37 korka:-43 korki:62 kormi:69 korwa:51 korwi:43
kosil:-36 kost:20 koter:138 kow:55 kowed:42 kowi:-32 koz:29 kozin:94 kraiu:32 kran:51 krana:53 kredi:-43
kriCi:-21 krisu:27 kriwa:26 kriwe:66 kriwi:42 krov:134 krovi:47 krovo:70 ksuda:26 kto:-63 kuda:-59 kuhne:-22
kuidi:-23 kuieu:31 kujac:-107 kujat:23 kulad:30 kulap:147 kuldi:33 kulip:49 kune:-43 kunen:87 kuni:-52
kunin:-32 kupit:-21 kurbi:-21 kuris:25 kurs:-38 kurse:-20 kursi:-31 kusip:41 kutil:22 kutip:-30 kutpe:44
kuw:52 kuwim:38 kuwta:19 kuzen:20 kuzet:49 kvart:43 kvota:-39 leC:21 leCen:-26 leCil:23 legal:-42 lejit:54
leju:36 les:34 lesu:28 let:-44 letet:-44 li:-44 lico:104 lijit:43 limit:-19 lipov:-27 lisov:20 liudi:91
liudm:19 lodka:19 loki:30 lomia:34 luCwe:29 ma:-50 magaz:73 magu:21 maiti:52 majbu:85 malen:20 malim:-24
maliw:58 mama:73 maman:-41 mami:29 mamu:29 mani:42 marte:-22 mas:34 mat:23 mausi:-49 mawin:144 me:-59
medko:-26 medos:-30 memle:-33 memor:-46 meni:75 menia:59 menin:-23 mert:26 mertv:48 merzi:-96 mest:-30
metan:22 metro:-44 mi:159 migra:23 milio:51 min:-60 mina:-37 minde:-23 minen:19 minia:49 minim:-37 minis:-96
mintr:-26 minut:39 mnogo:38 mnoi:116 mo:21 mogo:121 mogu:-43 mogut:-31 moi:130 moia:19 moih:28 mojem:76
mojet:-72 mojno:-44 molCa:19 molCi:43 molod:-19 more:29 morge:35 mosta:38 mowen:-35 muged:19 muj:86 mujCi:35
muja:24 mujik:41 mujim:42 muju:-35 murag:-35 naCal:109 naCat:-24 nado:-54 nadol:43 naglo:34 nahod:-19
naiti:41 naloj:20 nam:128 nami:37 nania:-21 napal:54 napar:22 napis:21 nares:53 naruC:74 nas:172 nasil:30
nasko:-25 nasme:25 natij:-28 naver:27 navse:135 naweg:19 nawel:-22 nawi:42 nawih:-31 nawli:64 ne:26 neCem:19
nedel:81 neden:-28 nedos:46 nege:-106 neleg:-71 nelzi:52 nemen:-21 nemer:-20 nemes:-28 neoho:18 nesie:-22
net:20 newe:-67 nezaC:61 nezna:64 nigde:21 nih:34 nikak:-19 nikog:23 nim:46 no:-30 noC:46 noCiu:66 noCnu:19
noCui:27 noga:36 nogam:35 nogi:72 nogu:36 nojam:21 nojom:56 nomir:-38 norma:-45 novi:-56 novor:35 novos:-30
nujno:-41 oCen:19 oCere:-31 oCnul:27 obezi:33 obias:-32 obiaz:-45 obman:-46 obo:-26 oboje:31 obojg:28
obrat:-32 obraw:-19 obruw:33 obvar:21 obwag:36 obwej:63 odejd:37 odna:48 odni:48 odnoi:-29 odobr:-48
ofice:37 ofici:-54 ofis:-42 ofisa:-22 ofisi:-22 oform:-50 ogan:-19 ohran:36 oianb:28 oilai:41 oilap:25
oima:77 okaza:39 okidi:-21 okima:55 okip:-35 okna:115 okruj:24 oku:-25 okuga:-57 ol:-69 olar:32 oldi:46
ole:19 olemi:125 olgim:161 oli:80 olim:85 olip:37 olipt:27 olsem:34 oltir:138 omir:98 omird:97 omirg:19
omiri:20 omirt:49 on:81 ona:82 ondai:-40 ondir:-39 onlai:-39 opeku:-21 opera:25 oplat:-51 opozd:-26 oralm:44
orin:-36 orman:78 ort:28 ortal:-33 ortep:20 ostac:-40 ostan:63 oston:24 otCim:38 otbas:-36 otdai:58
otdal:-44 otdam:35 otdat:59 otdel:44 otdoh:-20 otec:51 otema:-25 oteme:79 othva:77 oti:30 otini:-89 otip:-77
otir:139 otira:-38 otirm:159 otirs:-19 otkaz:-46 otken:-48 otkiz:-23 otkli:30 otkri:-36 otkro:-28 otkud:-23
otliC:-19 otmen:-38 otmet:-19 otmor:27 otnia:46 otobr:166 otpus:-40 otrab:79 otrav:23 otrej:28 otrez:80
otrub:33 otveC:51 otvet:-45 owibk:-22 owiru:20 owtra:-28 oz:-36 ozbek:-20 ozdi:29 ozene:35 ozger:-27
ozim:-68 ozimd:46 pa:-62 padru:43 palci:60 palko:53 papa:52 papam:20 papi:62 papu:43 paren:62 parni:26
paspo:50 pater:-30 pe:-49 pen:-55 pena:40 pensi:-56 pered:-42 pereh:39 perei:-22 pereo:25 peres:90 perev:130
pervi:-24 piaco:-19 piani:62 piat:44 piate:31 piati:52 piato:35 piloi:77 pismo:-24 pital:24 piwak:67
piwet:51 piwu:30 plaCe:76 plati:-57 platn:-19 plemi:65 plito:34 ploho:104 po:-35 poCem:-83 poCer:22 pobew:30
pod:115 podal:-30 podat:-51 podav:-53 podbr:24 podel:-25 podgo:-22 podni:63 podoi:-28 podra:-31 podru:88
podva:38 pogib:114 pogip:43 pohat:-64 pohit:31 poiav:33 poidu:-34 pojal:-21 pojar:19 poka:53 pokaz:-28
pokon:139 polet:-41 polic:51 polu:50 poluC:-60 pomen:-38 pomog:85 pomoj:-30 pomow:54 ponia:-26 popad:-22
popal:129 popas:24 porab:-22 porez:-35 porva:19 posad:24 posle:-19 posov:-36 posre:-25 posta:-21 postu:-20
poter:56 potom:-57 poves:75 povew:28 pozdk:-39 pozvo:55 prapa:19 pravd:-54 pravo:-24 prebi:-36 predl:-29
predo:-23 pri:-57 priaC:89 priam:53 pribi:-29 prida:34 pridu:-25 prieh:34 priem:-25 priez:28 prigl:-45
prign:54 prija:37 prika:-23 prile:68 primu:-38 prisl:83 prism:45 priso:-31 prist:78 prive:108 privo:51
priwe:-26 priwl:56 pro:-38 proce:-26 proda:48 prodl:-69 progr:-75 proho:-20 proid:-48 proiz:-28 propa:39
propu:-20 prosi:45 prosn:52 prosr:-89 prost:42 prove:-56 prowa:67 prowl:-40 puliu:46 pusan:72 pusti:-58
pusto:23 rabi:24 rabin:26 raboC:-19 rabot:-25 rabst:49 rahme:-27 rajat:31 ranen:43 ranwe:-23 ras:-47
raseC:25 rasim:-20 raska:-30 rasol:41 raspr:27 ravno:19 raz:26 razbi:113 razdu:48 razni:-22 razob:-20
razve:-65 razvo:-32 realn:-35 reani:93 rebia:54 recep:-19 reid:35 reke:39 reket:41 rekru:-30 reliz:-44
resmi:-50 ribak:-28 riliz:-29 rodi:34 rodil:-51 rojat:27 rojde:-36 rta:40 ruka:44 ruksa:-49 ruku:93
ruski:-20 rvet:34 rvota:52 s:24 sCet:-21 sCita:-23 sabai:29 sabap:41 sadja:-50 sagat:52 sagin:-30 sait:-54
saita:-26 saiti:-24 sajai:-20 sakta:-26 saldi:66 salik:-20 salin:-20 salip:58 sam:-68 samal:22 samom:-32
samus:-26 sani:-33 sanin:-19 sapar:-32 sasna:43 sati:28 satip:54 sausa:-28 sbeja:114 sbila:35 sbros:28
sdaci:-41 sdadu:-27 sdal:19 sdam:54 sdava:-83 sdela:-27 sebe:32 sebia:45 sedmo:34 segod:68 seiCa:-37
seife:30 seifk:55 sel:46 semei:-27 semi:20 semiu:-22 senei:-22 senim:-23 serdc:98 sestr:101 seul:-30
sezon:-52 sgore:-38 shodi:53 sibir:33 sidel:22 sidim:100 sidit:64 siju:107 sil:35 silno:73 siloi:45 sin:65
sina:96 sinan:21 sindi:48 sinet:40 sinia:43 sinom:27 sirka:32 sirti:36 sjeg:29 sjima:48 skaji:-32 skaza:38
skinu:20 sklad:21 skolk:-53 skonC:69 skora:74 skoru:129 skril:23 skute:20 slama:20 sleds:45 slezl:21
sluCa:-34 slujb:20 smeci:22 smena:33 smert:50 smogu:-20 snaru:73 snial:20 sniat:-39 snova:-37 so:83 sobak:72
sobra:75 sobwa:-43 sobwe:53 socse:31 sodan:19 soder:20 sogla:-40 sojit:21 sol:-36 solai:-28 son:-42
sonda:-38 soni:34 sonip:29 sos:62 sosed:30 sot:34 sozil:-22 sozna:59 spala:46 spase:37 speci:-33 spim:29
spisk:-24 spiso:-46 spit:21 spliu:34 sprav:-19 spraw:-36 spria:145 spros:-19 sroCn:28 srok:-96 sroka:-24
stadi:-19 stalo:95 stank:48 stano:25 stari:-27 statu:-81 stena:33 stene:37 steno:53 stidn:31 stoit:-30
stoiu:63 stran:-65 straw:44 strel:46 stroi:62 stuCa:23 stude:-56 su:88 sud:56 sudim:-20 sudne:21 suga:24
sui:27 suieg:45 suile:20 suma:-21 surad:25 surag:-37 surak:-34 suras:85 suret:43 surgi:67 surug:38 sutki:45
suwes:33 svarw:-37 svekr:20 sviaz:154 svide:-40 svini:27 ta:54 tabil:35 table:63 tagi:-34 taiko:32 tak:-69
tako:-30 tam:-53 tamak:124 tamoj:-30 tanan:34 tanip:53 tapsi:-66 taraz:-27 tarji:20 tarti:110 tasta:71
tau:27 tauga:54 tauip:-19 te:-35 tedji:-65 tegin:-19 teh:-24 telef:94 telo:168 tem:-19 temir:51 temna:30
tempe:91 ten:-24 tene:-29 teper:-68 tepki:21 terez:74 terge:26 terle:19 tetia:46 tidi:24 tigil:30 tigip:61
tikto:-33 til:-28 tilin:21 tim:-53 tiri:100 tiris:34 tirke:-67 tise:68 tised:20 tisia:-69 tiste:26 tiurm:25
tiwin:32 tizim:-60 to:54 toCno:-23 toje:36 toka:75 tokta:35 toled:-20 tolei:-66 tolep:-23 toleu:-23 tolga:30
tolko:65 tolku:42 tolti:-57 tonem:31 tonip:29 topik:-40 towni:73 trakt:20 trase:37 travm:-53 trebo:-22
trebu:116 trete:23 treti:112 tri:-49 tridc:-25 tro:36 trubk:24 truda:-34 trudo:-45 tu:-22 tuale:43 tudi:-35
tuisi:34 tuist:36 tunde:72 tunep:19 tuni:47 tur:140 turad:-45 tural:-31 turam:-40 turat:51 turis:-89
turme:-28 turu:-19 tuse:-26 tusip:83 tuspe:25 tusti:52 tusu:-20 tut:52 tutin:33 u:58 uCast:-21 uCebn:-20
uCet:-32 uCici:-59 uakit:-66 ubeja:40 ubit:27 ubiva:29 udara:63 udari:41 uderj:36 ugroj:141 ugroz:62 uha:63
uhal:94 uhat:-62 uho:42 uiala:48 uideg:25 uiden:42 uidew:25 uidin:24 uikta:222 uimiz:50 uindi:35 uiren:-26
uiti:135 uje:42 ukral:-30 ukras:36 uksus:40 uldan:28 ulete:-76 ulice:41 ulicu:65 ulimd:31 ulime:18 ulimi:34
ulsan:38 uma:62 umer:59 umere:46 umiti:-46 unesl:40 unive:-36 upal:79 upala:69 uradi:63 urdi:47 urgan:20
urip:112 urlai:51 urlap:19 ursad:59 usip:19 uslov:-42 uspel:47 ustad:29 ustai:-29 ustal:-34 ustap:52
ustat:19 ustim:24 ustin:22 utonu:-21 utrom:45 uvedo:-33 uveli:41 uvezl:68 uvoli:-27 uvoln:19 uw:51 uwagi:33
uwak:-32 uwam:-34 uwami:20 uwin:-31 uwip:42 uwla:23 uwpai:-30 uwuga:-29 uwuim:-32 uzart:-57 uzild:52
uzili:26 vCera:112 vadi:22 vakan:-31 vas:-21 vdrug:-28 veCer:53 veCir:22 velel:19 verev:74 verit:-25
vernu:-42 vesti:27 vewi:75 vezd:-40 vezja:-22 vezli:35 vezut:151 vi:-69 vibil:26 vidat:48 videl:28 video:122
vidvo:-19 vieha:-31 viezd:-76 vigna:41 vihod:108 viju:26 vikli:37 vikup:24 vilet:-53 viloj:39 vimog:32
vipil:88 vipla:-31 vipus:39 visot:19 vitaw:66 vivel:46 viwla:43 viza:-46 vizag:-24 vizam:-35 vizan:-19
vizas:-46 vize:-19 vizi:-35 viziv:53 vizoi:-44 vizov:35 vizu:-41 vizva:27 vmest:-32 vnutr:106 vocap:27
voda:53 vokza:61 voni:-39 vopro:-35 vorva:24 vosem:-38 voskr:-18 vospo:46 vovre:-30 vozme:-23 vozmo:-32
vozmu:-53 vpust:-43 vraC:-32 vraCi:26 vraCu:-22 vse:75 vseh:32 vsem:79 vstat:45 vtoro:26 vtrom:22 vziat:-50
vzorv:115 vzriv:27 wabui:38 wagim:-83 wans:-19 wart:-23 warta:-40 warti:-37 warwa:100 watas:-26 we:-29
wef:65 wege:61 wekar:-64 wepot:53 westo:20 wetel:-52 wewem:-22 whaca:19 widai:33 wigam:50 wigar:22 wigin:-26
wigip:77 wigu:-36 wigug:-26 wikan:-26 wimke:-54 win:-25 winim:-22 wkaft:20 wtamp:-23 wto:50 wtraf:-65
wunki:24 za:-19 zaber:-24 zabil:-25 zabir:-54 zabol:-37 zabor:30 zabra:94 zadih:33 zagor:69 zagra:58
zaiav:-85 zakim:23 zakol:73 zakon:-66 zakop:34 zakri:63 zakro:-31 zaloj:35 zaman:23 zamen:-19 zamuj:-30
zandi:-50 zanim:21 zansi:-83 zaper:49 zapol:-62 zapre:-84 zareg:-25 zarpl:-69 zasnu:52 zasta:59 zatia:51
zatop:35 zauit:-19 zaval:47 zavel:31 zaver:26 zavod:-20 zavtr:41 zdoro:-27 zeine:-53 zelen:-37 zemle:22
zemli:56 ziani:-21 ziat:25 zimoi:-21 znaCi:-24 znaiu:34 znako:-35 znam:129 zone:40 zorla:47 zovet:-21
zvand:30 zvat:-22 zvond:44 zvoni:69 zvonk:39
"""

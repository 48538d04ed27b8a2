/** Words that decide what is a name: closed lists, in folded form unless said otherwise. */

function set(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Particles of family names; citations may omit them. */
export const PARTICLES =
  set(`van von der den de del della dello delle degli dei di da das do dos du des la le les lo
  ten ter te zu zum zur af av al el bin ibn ben bint abu st saint san santa d l vom am im y e het 't 's`);

/** Words between the names of two authors. */
export const CONNECTORS = set(
  `and & und et y e och og en ve i and/or ＆ + with 和 与 與 及 und/oder sowie à`,
);

/** Family names that are written first in Chinese, Korean and Vietnamese names. */
export const SURNAMES_FIRST =
  set(`ai an bai ban bao bi bian bo cai cao cen chai chan chang chao chen cheng cheung chi chiang
  chin ching chiu cho choe choi chong chou chow chu chua chung cui dai dang deng ding dong dou du duan fan fang fei feng fu gan
  gao ge geng gong gu guan guo han hang hao he ho hong hou hsieh hsu hu hua huang hui huo hwang jang ji jia jian jiang jiao jin
  jing jo jung kang kao ke kim kong koo ku kuang kuo kwak kwok kwon lai lam lan lang lau law lee lei leung li lian liang liao
  lim lin ling liu lo long lou lu luk luo ma mai man mao mei meng mi miao min ming mo mu nam ng ngai ngo nguyen ni nie ning niu oh
  ou ouyang pak pan pang park pei peng pham phan piao pu pun qi qian qiang qiao qin qiu qu quan ran ren rhee rong ru ruan sha
  shan shang shao shen sheng shi shin shu shum si sima situ so son song su suh suen sui sun sung szeto tai tam tan tang tao tian
  tong tran truong tsai tsang tse tseng tso tsui tu tung wan wang wei wen weng wong woo wu xi xia xiang xiao xie xin xing xiong
  xu xue yan yang yao ye yeh yeung yi yim yin ying yip yoon you yu yuan yue yuen yun zang zeng zha zhai zhan zhang zhao zheng
  zhong zhou zhu zhuang zhuo zou zuo`);

/** A name with one of these is an organisation's. */
export const BODY_WORDS =
  set(`academy act administration agencia asociacion associacao banco comision comissao congreso congresso consejo conselho defensoria departamento direccion
  empresa escola escuela fundacion fundacao gobierno governo oficina organizacion organizacao secretaria tribunal agency alliance archive archives assembly association authority bank
  board bulletin bureau center centre centro church club coalition college commission committee community confederation
  conference congress consortium convention corporation council court daily department directorate division embassy
  federation forum foundation front fund government group inc initiative institut institute institution instituto
  international journal league ltd magazine media ministere ministerio ministerium ministry monitor movement museum nations
  network news ngo observatory office organisation organization panel parliament party post press programme program project
  review school secretariat service services society standard statistics team times trust union university universitat
  universite universidad verband verein watch world`);

/** Months in languages that capitalise them, and seasons: a year after them is a date, not a citation. */
export const MONTHS =
  set(`january february march april may june july august september october november december jan feb mar
  apr jun jul aug sep sept oct nov dec januar februar marz mai juni juli oktober dezember okt dez spring summer autumn fall
  winter easter christmas janner fruhjahr fruhling herbst sommer`);

/** An item that begins with one of these is no citation. */
export const NO_CITATION =
  set(`interview interviews interviewee interviewed entretien entretiens entrevista intervista
  gesprach personal communication correspondence conversation email e-mail fieldnotes fieldwork field observation survey
  born died est established founded since until circa accessed retrieved consulted viewed visited updated posted published
  released aged reign version no nr vol`);

/** A name with one of these is a law, an event or the like, not an author. */
export const NO_AUTHOR =
  set(`act law laws regulation regulations code standard directive treaty agreement convention
  constitution decree circular ordinance bill amendment protocol census olympics olympic games championship cup festival
  war revolution crisis plan edition volume issue figure fig table appendix chapter section article part version series
  company world phase stage jahr jahre jahren ano anos annee annees anno anni round wave year years century decade january february march april june july august september
  october november december monday tuesday wednesday thursday friday saturday sunday loi gesetz ley legge verordnung
  decret decreto dekret ordonnance`);

/** Words that are capitalised at the start of a sentence or before a name, and not part of the name. */
export const NOT_A_NAME =
  set(`a after again against agreeing all also although an and another applying apud are as at based because
  before both building but by can cf citing compare consider contra contrast despite do does drawing during each echoing even
  extending few finally first following for from further given had has have he hence her here his how however if in indeed is it
  its like likewise many more moreover most much nevertheless no nor not now of on one or other others our per previously quoting
  rather read recalling recently reviewing scholars second see she similarly since so some still such than that the their then there
  therefore these they third this those though through thus to together too under unlike until using we what when where
  whereas whether which while who why with within without yet you authors author book books article study work works theory
  according
  apres au aussi avec car ce ces cette chez comme dans des donc elle en est et il ils ici la le les leur mais ou où par pour que
  qui sans selon si sur tandis un une voir voyez ainsi
  aber als auch auf aus bei beim das dass dem den der des die dies diese durch ein eine er es für gegen hier im in ist jedoch mit
  nach nicht ob oder schon sie siehe so und vgl von vor wahrend wie wir zu zum zur laut
  al ante aunque como con contra cuando de del desde donde el ella en entre es esta este ha hay la las lo los mas mientras para
  pero por porque segun ser si sin sobre su sus también tras un una vease vid
  segundo conforme dice dicen también tambien así asi según cuando mientras además ademas véanse siguiendo seguindo veanse quien
  também tambem assim ainda mas pelo pela nesse neste nesta isso isto embora enquanto porém portanto ver veja quando com em no na nos
  nas ao aos um uma já ja o os as seu sua esse essa dessa desse foi são são tal tais como
  quant ainsi puis enfin lorsque cependant toutefois notamment d'après pourtant quand
  anche cfr che ci come con da dal dalla de di e gli i il in la le lo ma nel nella non per se secondo si su tra un una vedi mr
  mrs ms dr prof professor president sir chairman minister premier general`);

/** Verbs of saying, in forms that follow a name. */
export const SAYING =
  set(`acknowledge acknowledges acknowledged add adds added admit admits advance advances agree agrees agreed
  analyse analyses analysed analyze analyzes analyzed argue argues argued assert asserts asserted assume assumes assumed believe
  believes believed call calls called characterise characterises characterize characterizes cite cites cited claim claims claimed
  coin coined comment comments commented conceive conceives conceptualise conceptualises conceptualize conceptualizes conclude
  concludes concluded contend contends contended criticise criticises criticised criticize criticizes criticized declare declares
  define defines defined demonstrate demonstrates demonstrated deny denies denied depict depicts depicted describe describes
  described develop develops developed discuss discusses discussed distinguish distinguishes distinguished document documents
  documented emphasise emphasises emphasised emphasize emphasizes emphasized estimate estimates estimated examine examines examined
  explain explains explained explore explores explored express find finds found focus focuses focused frame frames framed
  highlight highlights highlighted hold holds held identify identifies identified illustrate illustrates illustrated imply implies
  implied indicate indicates indicated insist insists insisted interpret interprets interpreted introduce introduces introduced
  investigate investigates investigated maintain maintains maintained note notes noted observe observes observed offer offers
  offered outline outlines outlined point points pointed portray portrays portrayed posit posits posited present presents presented
  proclaim propose proposes proposed prove proves provide provides provided put puts question questions questioned recall recalls
  recommend recommends regard regards regarded reject rejects rejected remark remarks remarked remind reminds report reports
  reported reveal reveals revealed say says said see sees saw share shares show shows showed shown speak speaks state states stated
  stress stresses stressed study studies studied suggest suggests suggested summarise summarises summarize summarizes support
  supports supported theorise theorises theorize theorizes think thinks thought trace traces traced treat treats treated
  understand understands understood use uses used view views viewed warn warns warned write writes wrote
  affirme affirment analyse analysent avance avancent constate constatent considere considerent decrit decrivent definit
  definissent demontre demontrent dit disent ecrit ecrivent estime estiment explique expliquent montre montrent note notent
  observe observent parle parlent propose proposent rappelle rappellent souligne soulignent soutient soutiennent suggere suggerent
  voit voient argumentiert argumentieren behauptet behaupten beschreibt beschreiben betont betonen definiert definieren meint
  meinen nennt nennen schreibt schreiben sieht sehen spricht sprechen stellt stellen verweist verweisen zeigt zeigen
  afirma afirman argumenta argumentan considera consideran define definen describe describen dice dicen escribe escriben explica
  explican muestra muestran observa observan propone proponen senala senalan sostiene sostienen sugiere sugieren subraya subrayan ve
  ven afferma affermano descrive descrivono dice dicono mostra mostrano nota notano osserva osservano parla parlano propongono
  scrive scrivono sostengono suggerisce suggeriscono vede vedono`);

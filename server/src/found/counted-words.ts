/** What tells a number of something from the number of a note. */

/** Words after which a number is that of a page, a figure, an article, or a quantity of what follows; with `iu`. */
const LEADING =
  /(?<![\p{L}\d])(?:p|pp|pgs?|pages?|chapitres?|chapters?|tomes?|années?|numéros?|nummern?|seiten?|kapitel|página|páginas|capítulos?|capitol[oi]|notes?|footnotes?|fu(?:ß|ss)noten?|nota|notas|figures?|figuras?|tabelas?|tabellen?|tables?|abbildung(?:en)?|sections?|sección|articles?|artikel|artículos?|articol[oi]|artigos?|heads?|parts?|class|group|phase|stage|step|level|age|aged|chap|resolution|directive|regulation|law|act|laws?|nos?|ss?|nn?|nrs?|núms?|nums?|vols?|vv?|bde?|figs?|abbs?|tabs?|tafs?|pls?|arts?|abs|ch|cap|kap|sec|sect|par|para|paras|paragraphs?|cols?|fols?|ff?|bl|ll?|cfr?|eds?|eps?|ex|eq|app|anm|fn|rn|rz|lit|ziff|pts?|qu?|vers?|version|bk?|lib|cas?|circa|about|some|nearly|almost|over|under|above|below|than|least|most|only|of|in|and|or|to|by|from|with|as|are|is|was|were|the|at|on|for|between|within|until|since|after|before|another|all|these|those|der|die|das|dem|den|des|von|zu|im|am|auf|mit|bis|seit|vor|nach|und|oder|um|über|unter|etwa|rund|fast|nur|de|du|des|le|la|les|l|en|et|ou|à|au|aux|dans|sur|par|pour|depuis|environ|plus|di|del|della|dei|delle|il|lo|gli|nel|nella|e|o|da|con|su|per|tra|fra|circa|oltre|el|los|las|y|con|por|para|desde|hasta|unos|unas|os|as|do|da|dos|das|no|na|com|até|mais|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)[.:]?[ \n]?$/iu;

/** What follows a number that counts, dates or orders something. */
const FOLLOWING =
  /^(?:[.,:/\-–—]\d|[-/_@=+*%°€$£]|(?:st|nd|rd|th|er|re|e|ème|o|a|º|ª)(?![\p{L}])|\.?[ \n](?:%|per\s?cent|percent|prozent|pour|por\s?cento?|percento|euros?|dollars?|pounds?|million|billion|thousand|millionen|milliarden|millones|millions?|years?|months?|days?|weeks?|hours?|jahren?|monaten?|tagen?|ans|années|mois|jours|años|meses|días|anni|mesi|giorni|anos|dias|km|kg|cm|mm|m|ha|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|de|di|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre)(?!\p{L}))/iu;

/** How far around a number is looked, in UTF-16 units. */
const REACH = 24;

/** Whether the number at `[from, to)` counts, orders or dates something. */
export function isCounted(text: string, from: number, to: number): boolean {
  return (
    LEADING.test(text.slice(Math.max(0, from - REACH), from)) || FOLLOWING.test(text.slice(to, to + REACH))
  );
}

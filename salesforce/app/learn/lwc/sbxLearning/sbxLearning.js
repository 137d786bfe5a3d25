/* eslint-disable */
// Bundled from salesforce/learn-module/learning.ts by npm run compile. Never edited here: change the source and compile again.
var __defProp=Object.defineProperty;var __typeError=msg=>{throw TypeError(msg)};var __defNormalProp=(obj,key,value)=>key in obj?__defProp(obj,key,{enumerable:!0,configurable:!0,writable:!0,value}):obj[key]=value;var __publicField=(obj,key,value)=>__defNormalProp(obj,typeof key!="symbol"?key+"":key,value),__accessCheck=(obj,member,msg)=>member.has(obj)||
__typeError("Cannot "+msg);var __privateGet=(obj,member,getter)=>(__accessCheck(obj,member,"read from private field"),getter?getter.call(obj):member.get(obj)),__privateAdd=(obj,member,value)=>member.
has(obj)?__typeError("Cannot add the same private member more than once"):member instanceof WeakSet?member.add(obj):member.set(obj,value),__privateSet=(obj,member,value,setter)=>(__accessCheck(
obj,member,"write to private field"),setter?setter.call(obj,value):member.set(obj,value),value);var fitFields=["country","region","city","industry","language","seniority","jobFunction","emailKind","currentTool","isNamedAccount","hasWebs\
ite","employees","annualRevenue","teamSize"],engagementFields=["channel","leadSource","campaign","entryPage","lastPage","productInterest","t\
imeline","hasPhone","messageWords","buyingHints"];function defaultFields(policy){let of=(axis,fieldKeys)=>fieldKeys.map(fieldKey=>({fieldKey,
axis,direction:"any"}));return[...of("fit",fitFields),...of("fit",policy.fields.map(({fieldKey})=>fieldKey)),...of("engagement",engagementFields)]}
function defaultSettings(policy){return{horizonDays:null,landmarkDays:0,fields:defaultFields(policy),seed:1}}function isNoBetterThanToday({evaluation:{timeSplit}}){return timeSplit!==null&&timeSplit.present!==null&&!timeSplit.present.mayHaveSeen&&timeSplit.
present.areaUnderCurve>=timeSplit.frozen.areaUnderCurve}function proposePolicy(policy,training){let fit=usableCard(training.fit),engagement=usableCard(training.engagement);return{...policy,scorecards:[
fit?.scorecard??policy.scorecards[0],engagement?.scorecard??policy.scorecards[1],...policy.scorecards.slice(2)],signals:engagement?.signals??
policy.signals,thresholds:{...policy.thresholds,fitHigh:fit?.highFrom??policy.thresholds.fitHigh,engagementHigh:engagement?.highFrom??policy.
thresholds.engagementHigh}}}function usableCard(card){return card.kind==="learned"&&!isNoBetterThanToday(card)?card:null}function columnOf(table,fieldKey){return table.columns.find(column=>column.fieldKey===fieldKey)}function textField(fieldKey,fieldName){return{fieldKey,label:fieldName,fieldType:"text",isPersonal:!1}}function personalField(fieldKey,fieldName){
return{fieldKey,label:fieldName,fieldType:"text",isPersonal:!0}}function numberField(fieldKey,fieldName){return{fieldKey,label:fieldName,fieldType:"\
number",isPersonal:!1}}function flagField(fieldKey,fieldName){return{fieldKey,label:fieldName,fieldType:"flag",isPersonal:!1}}function standardFields(){
return[textField("channel","channel"),personalField("leadSource","lead source"),personalField("campaign","campaign"),textField("entryPage","\
entry page"),textField("lastPage","last page"),textField("country","country"),textField("region","region"),personalField("postcode","postcod\
e"),personalField("city","city"),textField("industry","industry"),textField("language","language"),textField("seniority","seniority"),textField(
"jobFunction","job function"),textField("emailKind","email kind"),personalField("emailDomain","email domain"),personalField("company","compa\
ny"),personalField("productInterest","product interest"),personalField("currentTool","current tool"),textField("timeline","timeline"),textField(
"budget","budget"),personalField("buyingGroup","buying group"),textField("inquiryType","inquiry type"),flagField("isUrgent","is urgent"),flagField(
"isSensitive","is sensitive"),flagField("isCustomer","is a customer"),flagField("isNamedAccount","is a named account"),flagField("isReactiva\
ted","is reactivated"),flagField("isDuplicate","is a duplicate"),flagField("isOptedOut","is opted out"),flagField("hasPhone","has a phone nu\
mber"),flagField("hasWebsite","has a website"),numberField("employees","employees"),numberField("annualRevenue","annual revenue"),numberField(
"teamSize","team size"),numberField("expectedValue","expected value"),numberField("messageWords","words in the message"),numberField("buying\
Hints","buying hints"),numberField("authorityHints","authority hints"),numberField("fitScore","fit score"),numberField("engagementScore","en\
gagement score"),numberField("intentScore","intent score"),numberField("capacityScore","capacity score"),numberField("confidence","confidenc\
e"),textField("tier","tier"),textField("territory","territory")]}var fitScorePosition=38;var territoryPosition=44;var plain=/^[\t\n\r\x20-\x7e]*$/,printable=/^[\x20-\x7e]*$/;function isPlain(text){return plain.test(text)}function isPrintable(text){return printable.test(text)}function lowerPlain(text){return text.toLowerCase()}function squeezePlain(text){return text.replace(/[\t\n\r ]+/g," ").replace(/^ | $/g,"")}function cutAtPlain(text){return text.match(/[\t\n\r\x20-\x7e]+|[^\t\n\r\x20-\x7e]+/g)??[]}function isPlainRun(run){let unit=run.charCodeAt(0);return unit>=32&&unit<=126||unit===9||unit===10||unit===13}var latinFolds=["\xC0\xC1\xC2\xC3\xC5\u0100\u0102\u0104\xE0\xE1\xE2\xE3\xE5\u0101\u0103\u0105a","\xC7\u0106\u0108\u010A\u010C\xE7\u0107\u0109\u010B\u010Dc",
"\u010E\u0110\u010F\u0111\xD0\xF0d","\xC8\xC9\xCA\xCB\u0112\u0114\u0116\u0118\u011A\xE8\xE9\xEA\xEB\u0113\u0115\u0117\u0119\u011Be","\u011C\u011E\u0120\u0122\u011D\u011F\u0121\
\u0123g","\u0124\u0126\u0125\u0127h","\xCC\xCD\xCE\xCF\u0128\u012A\u012C\u012E\u0130\xEC\xED\xEE\xEF\u0129\u012B\u012D\u012F\u0131i","\u0134\u0135j",
"\u0136\u0137k","\u0139\u013B\u013D\u013F\u0141\u013A\u013C\u013E\u0140\u0142l","\xD1\u0143\u0145\u0147\xF1\u0144\u0146\u0148n","\xD2\xD3\xD4\xD5\xD8\u014C\u014E\u0150\xF2\xF3\xF4\
\xF5\xF8\u014D\u014F\u0151o","\u0154\u0156\u0158\u0155\u0157\u0159r","\u015A\u015C\u015E\u0160\u0218\u015B\u015D\u015F\u0161\u0219s","\u0162\u0164\u0166\u021A\u0163\u0165\
\u0167\u021Bt","\xD9\xDA\xDB\u0168\u016A\u016C\u016E\u0170\u0172\xF9\xFA\xFB\u0169\u016B\u016D\u016F\u0171\u0173u","\u0174\u0175w","\xDD\u0176\u0178\xFD\xFF\u0177y",
"\u0179\u017B\u017D\u017A\u017C\u017Ez"],doubleFolds=["\xC4\xE4ae","\xD6\xF6oe","\xDC\xFCue","\xDF\u1E9Ess","\xC6\xE6ae","\u0152\u0153oe","\xDE\
\xFEth"];function latinTable(){let table=new Map;for(let line2 of latinFolds)for(let place=0;place<line2.length-1;place+=1)table.set(line2.charCodeAt(
place),line2.substring(line2.length-1));for(let line2 of doubleFolds)table.set(line2.charCodeAt(0),line2.substring(2)),table.set(line2.charCodeAt(
1),line2.substring(2));return table}var foldedByUnit=latinTable();function isBlankUnit(unit){return unit<=32||unit===127||unit===133||unit===
160||unit===5760||unit>=8192&&unit<=8203?!0:unit===8232||unit===8233||unit===8239||unit===8287||unit===12288||unit===65279}function fold(text){
if(isPrintable(text))return lowerPlain(isSqueezed(text)?text:squeezePlain(text));if(isPlain(text))return lowerPlain(squeezePlain(text));let parts2=[],
before="";for(let run of cutAtPlain(text))isPlainRun(run)?parts2.push(lowerPlain(run)):foldOthers(parts2,run,before),before=run;return squeezePlain(
parts2.join(""))}function foldOthers(parts2,run,before){for(let place=0;place<run.length;place+=1){let unit=run.charCodeAt(place);parts2.push(
isBlankUnit(unit)?" ":foldUnit(run,place,unit,before))}}function foldUnit(run,place,unit,before){return unit>=768&&unit<=879?unit===776&&place===
0&&endsInUmlautLetter(before)?"e":"":foldedByUnit.get(unit)??run.substring(place,place+1)}function endsInUmlautLetter(before){return before.
length>0&&"aouAOU".includes(before.substring(before.length-1))}function isSqueezed(text){return!text.startsWith(" ")&&!text.endsWith(" ")&&!text.
includes("  ")}var axes=["fit","engagement","intent","capacity"];function allFields(policy){let fields=standardFields();for(let field of policy.fields)fields.push(field);return fields}function keptFields(policy){return allFields(policy).map((field,position)=>({...field,position})).filter(({position,fieldKey})=>!isOurOwn(position)&&
!identifying.includes(fieldKey))}var identifying=["company","emailDomain","postcode"];function isOurOwn(position){return position>=fitScorePosition&&
position<=territoryPosition}var outcomeCodes={open:0,won:1,lost:2},_places,_codes,GrowingTexts=class{constructor(){__publicField(this,"texts",[]);__privateAdd(this,_places,
new Map);__privateAdd(this,_codes,[])}add(text){if(text===null){__privateGet(this,_codes).push(-1);return}let place=__privateGet(this,_places).
get(text);place===void 0&&(place=this.texts.length,__privateGet(this,_places).set(text,place),this.texts.push(text)),__privateGet(this,_codes).
push(place)}finish(fieldKey,label){return{kind:"text",fieldKey,label,texts:this.texts,codes:Int32Array.from(__privateGet(this,_codes))}}};_places=
new WeakMap,_codes=new WeakMap;var _fields,_texts,_numbers,_signalPlaces,_leadKeys,_arrivedAt,_outcomes,_closedAt,_firstTouchAt,_nativeScores,
_personKeys,_words,_changes,_deeds,_outcomesFrom,TableBuilder=class{constructor(policy,outcomesFrom){__privateAdd(this,_fields);__privateAdd(
this,_texts);__privateAdd(this,_numbers);__privateAdd(this,_signalPlaces,new Map);__privateAdd(this,_leadKeys,[]);__privateAdd(this,_arrivedAt,
[]);__privateAdd(this,_outcomes,[]);__privateAdd(this,_closedAt,[]);__privateAdd(this,_firstTouchAt,[]);__privateAdd(this,_nativeScores,[]);
__privateAdd(this,_personKeys,[]);__privateAdd(this,_words,{outcome:new GrowingTexts,stage:new GrowingTexts,reason:new GrowingTexts,owner:new GrowingTexts});
__privateAdd(this,_changes,new Map);__privateAdd(this,_deeds,{rows:[],signals:[],at:[],occurrences:[]});__privateAdd(this,_outcomesFrom);__privateSet(
this,_outcomesFrom,outcomesFrom),__privateSet(this,_fields,keptFields(policy).map(({position,fieldKey,label,fieldType})=>({position,fieldKey,
label,isNumber:fieldType==="number"}))),__privateSet(this,_texts,__privateGet(this,_fields).map(()=>new GrowingTexts)),__privateSet(this,_numbers,
__privateGet(this,_fields).map(()=>[])),policy.signals.forEach(({signalKey},place)=>__privateGet(this,_signalPlaces).set(signalKey,place))}get count(){
return __privateGet(this,_leadKeys).length}add(lead){let row=__privateGet(this,_leadKeys).length;__privateGet(this,_leadKeys).push(lead.leadKey),
__privateGet(this,_arrivedAt).push(lead.arrivedAt??Number.NaN),__privateGet(this,_outcomes).push(outcomeCodes[lead.outcome]),__privateGet(this,
_closedAt).push(lead.closedAt??Number.NaN),__privateGet(this,_firstTouchAt).push(lead.firstTouchAt??Number.NaN),__privateGet(this,_nativeScores).
push(lead.nativeScore??Number.NaN),__privateGet(this,_personKeys).push(lead.personKey),__privateGet(this,_words).outcome.add(lead.outcomeWords),
__privateGet(this,_words).stage.add(lead.stage),__privateGet(this,_words).reason.add(lead.closeReason),__privateGet(this,_words).owner.add(lead.
finalOwner),__privateGet(this,_fields).forEach(({position,isNumber},place)=>{isNumber?__privateGet(this,_numbers)[place].push(lead.facts.numbers[position]??
Number.NaN):__privateGet(this,_texts)[place].add(lead.facts.texts[position]??null)});for(let{fieldKey,changedAt}of lead.changes){let changes=__privateGet(
this,_changes).get(fieldKey)??[];changes.push({row,changedAt}),__privateGet(this,_changes).set(fieldKey,changes)}for(let{signalKey,occurredAt,
occurrences}of lead.activities){let signal=__privateGet(this,_signalPlaces).get(signalKey);signal!==void 0&&(__privateGet(this,_deeds).rows.
push(row),__privateGet(this,_deeds).signals.push(signal),__privateGet(this,_deeds).at.push(occurredAt),__privateGet(this,_deeds).occurrences.
push(occurrences))}}finish(){let nativeScores=Float64Array.from(__privateGet(this,_nativeScores));return{rowCount:this.count,leadKeys:__privateGet(
this,_leadKeys),arrivedAt:Float64Array.from(__privateGet(this,_arrivedAt)),outcomes:Uint8Array.from(__privateGet(this,_outcomes)),closedAt:Float64Array.
from(__privateGet(this,_closedAt)),columns:__privateGet(this,_fields).map(({fieldKey,label,isNumber},place)=>isNumber?{kind:"number",fieldKey,
label,values:Float64Array.from(__privateGet(this,_numbers)[place])}:__privateGet(this,_texts)[place].finish(fieldKey,label)),activities:{signalKeys:[
...__privateGet(this,_signalPlaces).keys()],rows:Int32Array.from(__privateGet(this,_deeds).rows),signals:Uint16Array.from(__privateGet(this,
_deeds).signals),occurredAt:Float64Array.from(__privateGet(this,_deeds).at),occurrences:Float64Array.from(__privateGet(this,_deeds).occurrences)},
nativeScores:nativeScores.every(Number.isNaN)?null:nativeScores,closing:{personKeys:__privateGet(this,_personKeys),outcomeWords:__privateGet(
this,_words).outcome.finish("outcome","outcome"),stages:__privateGet(this,_words).stage.finish("stage","stage"),closeReasons:__privateGet(this,
_words).reason.finish("closeReason","close reason"),finalOwners:__privateGet(this,_words).owner.finish("finalOwner","final owner"),firstTouchAt:Float64Array.
from(__privateGet(this,_firstTouchAt)),changedAt:new Map([...__privateGet(this,_changes)].map(([fieldKey,changes])=>{let changedAt=new Float64Array(
this.count).fill(Number.NaN);for(let change of changes)changedAt[change.row]=change.changedAt;return[fieldKey,changedAt]})),outcomesFrom:__privateGet(
this,_outcomesFrom)}}}};_fields=new WeakMap,_texts=new WeakMap,_numbers=new WeakMap,_signalPlaces=new WeakMap,_leadKeys=new WeakMap,_arrivedAt=
new WeakMap,_outcomes=new WeakMap,_closedAt=new WeakMap,_firstTouchAt=new WeakMap,_nativeScores=new WeakMap,_personKeys=new WeakMap,_words=new WeakMap,
_changes=new WeakMap,_deeds=new WeakMap,_outcomesFrom=new WeakMap;function keepNewest(table,landmarkDays){let log=table.activities,order=Uint32Array.from(log.rows.keys()).filter(deed=>log.occurredAt[deed]<=
table.arrivedAt[log.rows[deed]]+landmarkDays*864e5);order.sort((one,other)=>log.occurredAt[other]-log.occurredAt[one]||one-other);let taken=new Uint8Array(
table.rowCount),kept=order.filter(deed=>{let row=log.rows[deed];return taken[row]=Math.min(21,taken[row]+1),taken[row]<=20});return kept.length===
log.rows.length?table:{...table,activities:takeDeeds(log,kept.sort())}}function takeDeeds(log,deeds){return{signalKeys:log.signalKeys,rows:Int32Array.
from(deeds,deed=>log.rows[deed]),signals:Uint16Array.from(deeds,deed=>log.signals[deed]),occurredAt:Float64Array.from(deeds,deed=>log.occurredAt[deed]),
occurrences:Float64Array.from(deeds,deed=>log.occurrences[deed])}}var farthest=864e13;function countWords(count){return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g,",")}function countOf(count,one,many=`${one}\
s`){return`${countWords(count)} ${count===1?one:many}`}function shareWords(count,whole){if(count===0||whole===0)return"0 %";let percent=Math.
round(count/whole*100);return percent===0?"under 1 %":percent===100&&count<whole?"over 99 %":`${percent} %`}function rateWords(count,whole){
return whole===0?"0 %":`${(count/whole*100).toFixed(1)} %`}function dayWords(instant){return Math.abs(instant)<=farthest?new Date(instant).toISOString().
slice(0,10):"no known day"}function daysWords(millis){return countOf(Math.round(millis/864e5),"day")}function listWords(names,most=5){let named=names.
slice(0,most).map(name=>`"${name}"`),more=names.length-named.length;return more>0?`${named.join(", ")} and ${countWords(more)} more`:named.join(
", ")}var _count,Evidence=class{constructor(){__publicField(this,"witnesses",[]);__privateAdd(this,_count,0)}get count(){return __privateGet(this,
_count)}add(leadKey,see){__privateSet(this,_count,__privateGet(this,_count)+1),this.witnesses.length<20&&this.witnesses.push({leadKey,seen:see()})}};
_count=new WeakMap;function inPlace(finding){return{...finding,grade:"inPlace",next:"",recordCount:0,witnesses:[],isStopping:!1}}function lacking(finding,evidence=new Evidence,stops=!1){
let{code,title,grade,found,next}=finding,{count:recordCount,witnesses}=evidence;return{code,title,grade,found,next,recordCount,witnesses,isStopping:stops&&
grade==="missing"}}function gradedLine(finding,evidence,stops=!1){let{grade}=finding;return grade==="inPlace"?{...inPlace(finding),grade,next:"",
recordCount:evidence.count,witnesses:evidence.witnesses}:lacking({...finding,grade},evidence,stops)}function gradeOfShare(share,partialAbove,missingAbove){
return share>missingAbove?"missing":share>partialAbove?"partial":"inPlace"}var leastOfKind=30,winsWithoutPrior=300,shortSpanDays=30,goodSpanDays=180,leastWinsAMonth=10,daysOfMonth=30.44;function checkAmount(history){
return[checkKinds(history),checkCounts(history),checkSpan(history),checkPace(history)]}function checkKinds({table,leads}){let line2={code:"L\
RN001",title:"Won leads and others"},answered=leads.rows.length,stop=(found,next)=>lacking({...line2,grade:"missing",found,next},void 0,!0);
return table.rowCount===0?stop("The history holds no leads at all.","Choose a file or a time that has leads."):answered===0?stop(`None of ${countOf(
table.rowCount,"lead")} has an answer: ${countWords(leads.censoredCount)} are younger than the horizon of ${countOf(leads.horizonDays,"day")}\
, and ${countWords(leads.withoutTimeCount)} have no usable time.`,"Bring in older leads, or map the columns of arrival, outcome and closing."):
leads.wonCount===0?stop(`Not one of ${countOf(answered,"answered lead")} was won within ${countOf(leads.horizonDays,"day")}, so there is not\
hing to tell apart${elsewhere(winTimes(table))}.`,'See that won outcomes and their closing times are in the history, and that the words for \
"won" are mapped.'):leads.wonCount===answered?stop(`All ${countOf(answered,"answered lead")} were won, as in a list of customers, so there i\
s nothing to tell apart.`,"Bring in every lead of that time, also those that came to nothing."):inPlace({...line2,found:`${countWords(leads.
wonCount)} of ${countOf(answered,"answered lead")} were won, the others were not.`})}function winTimes({outcomes,closedAt}){let times={wonCount:0,
withoutTime:0};return outcomes.forEach((outcome,row)=>{times.wonCount+=outcome===1?1:0,times.withoutTime+=outcome===1&&Number.isNaN(closedAt[row])?
1:0}),times}function elsewhere({wonCount,withoutTime}){return wonCount===0?"":`; ${countOf(wonCount,"win")} came later, or too recently, or \
have no closing time (${countWords(withoutTime)})`}function checkCounts({leads}){let line2={code:"LRN002",title:"Enough of each"},others=leads.
rows.length-leads.wonCount,found=`${countOf(leads.wonCount,"win")} and ${countOf(others,"other answered lead")}`;return leads.wonCount<leastOfKind||
others<leastOfKind?lacking({...line2,grade:"missing",found:`${found}: a card needs ${leastOfKind} of each at the very least.`,next:"Bring in\
 a longer history, or wait for more outcomes and keep the rules that people wrote."},void 0,!0):leads.wonCount<winsWithoutPrior?lacking({...line2,
grade:"partial",found:`${found}: below ${winsWithoutPrior} wins a card is prior-driven, so the present points speak louder than the leads.`,
next:`Train again at ${winsWithoutPrior} wins.`}):inPlace({...line2,found:`${found}.`})}function checkSpan({table,leads}){let line2={code:"L\
RN003",title:"Span of time"},days=spanDays(table.arrivedAt,leads.rows),found=`Answered leads arrived over ${countOf(Math.round(days),"day")}`;
return days>=goodSpanDays?inPlace({...line2,found:`${found}.`}):lacking({...line2,grade:days<shortSpanDays?"missing":"partial",found:`${found}\
: seasons and campaigns can't be told from what lasts.`,next:`Bring in at least ${goodSpanDays} days, best a whole year.`})}function checkPace({
table,leads}){let line2={code:"LRN004",title:"Pace of outcomes"},months=Math.max(1,spanDays(table.arrivedAt,leads.rows)/daysOfMonth),wins=leads.
wonCount/months,found=`About ${countOf(leads.rows.length/months,"answer")} and ${wins<10?wins.toFixed(1):countWords(wins)} wins a month`;if(wins>=
leastWinsAMonth)return inPlace({...line2,found:`${found}.`});let wait=wins===0?"":`: ${winsWithoutPrior} wins take ${countOf(Math.ceil(winsWithoutPrior/
wins),"month")}`;return lacking({...line2,grade:"partial",found:`${found}${wait}. At low volume rules written by people hold longer than wha\
t is learned.`,next:"Keep the expert card, let training only warn, and look at it again when volume grows."})}function spanDays(arrivedAt,rows){
return rows.length===0?0:(arrivedAt[rows.at(-1)]-arrivedAt[rows[0]])/864e5}var fewOff=.02,mostOff=.5,someAtOnce=.2,mostAtOnce=.5,leastLeads=30;function checkArrivals(history){return[checkKnownArrivals(history),checkAtOnce(
history)]}function checkKnownArrivals({table,asOf}){let evidence=new Evidence,inFuture=0;for(let row=0;row<table.rowCount;row+=1){let arrivedAt=table.
arrivedAt[row];arrivedAt<=asOf||(inFuture+=arrivedAt>asOf?1:0,evidence.add(table.leadKeys[row],()=>arrivedAt>asOf?`arrived ${dayWords(arrivedAt)}`:
"no arrival"))}let{count}=evidence,all=table.rowCount;return gradedLine({code:"LRN030",title:"Arrivals are known and past",grade:gradeOfShare(
count/Math.max(1,all),0,fewOff),found:count===0?`Each of ${countOf(all,"lead")} arrived before ${dayWords(asOf)}, the day of looking.`:`${countWords(
count-inFuture)} of ${countOf(all,"lead")} have no arrival, and ${countWords(inFuture)} (${shareWords(inFuture,all)}) arrived after ${dayWords(
asOf)}, the day of looking.`,next:"See which column holds the arrival, in which form its dates are, and whether the day of looking is right."},
evidence,count>all*mostOff)}function checkAtOnce({table}){let sorted=Float64Array.from(table.arrivedAt).sort(),known=0,most={instant:Number.
NaN,count:0};for(let place=0;place<sorted.length&&!Number.isNaN(sorted[place]);){let instant=sorted[place],from=place;for(;place<sorted.length&&
sorted[place]===instant;place+=1);known+=place-from,most=place-from>most.count?{instant,count:place-from}:most}let evidence=new Evidence,grade=known<
leastLeads?"inPlace":gradeOfShare(most.count/known,someAtOnce,mostAtOnce);return grade!=="inPlace"&&table.arrivedAt.forEach((arrivedAt,row)=>{
arrivedAt===most.instant&&evidence.add(table.leadKeys[row],()=>`arrived ${dayWords(arrivedAt)}`)}),gradedLine({code:"LRN031",title:"Arrivals\
 are spread over time",grade,found:most.count<=1?"No two leads arrived at the same instant.":`${countOf(most.count,"lead")} of ${countWords(
known)} (${shareWords(most.count,known)}) arrived at the same instant, on ${dayWords(most.instant)}.${grade==="inPlace"?"":" That looks like\
 an import."}`,next:"Bring the time at which each lead came, not the time at which its record was made."},evidence,!0)}var mostCensored=.5;function checkCensoring({table,leads,asOf}){let{censoredCount,censoredWonCount,horizonDays}=leads,evidence=new Evidence;
for(let row=0;row<table.rowCount&&evidence.count<censoredCount;row+=1){let arrivedAt=table.arrivedAt[row];arrivedAt<=asOf&&arrivedAt+horizonDays*
864e5>asOf&&evidence.add(table.leadKeys[row],()=>`arrived ${dayWords(arrivedAt)}`)}let won=censoredCount===0?"":` Of them ${countWords(censoredWonCount)}\
 were won already, and are left out too.`;return gradedLine({code:"LRN028",title:"Leads are old enough for an answer",grade:gradeOfShare(censoredCount/
Math.max(1,table.rowCount),mostCensored,1),found:`${countWords(censoredCount)} of ${countOf(table.rowCount,"lead")} (${shareWords(censoredCount,
table.rowCount)}) are younger than the horizon of ${countOf(horizonDays,"day")} and have no answer yet.${won}`,next:"Bring in a longer histo\
ry, or take a shorter horizon."},evidence)}var sayWon=["won","converted","customer","signed","sold"],sayLost=["lost","disqualified","unqualified","rejected","dead","junk","unresponsiv\
e","abandoned"],sayClosed=["closed","archived","finished","inactive"],sayOtherwise=["not","never","non","potential","future","prospective","\
former","reopened"];function meaningOf(words2){let said=wordsOf(words2);if(said.some(word=>sayOtherwise.includes(word)))return"nothing";let isWon=said.
some(word=>sayWon.includes(word)),isLost=said.some(word=>sayLost.includes(word));return isWon||isLost?isWon&&isLost?"closed":isWon?"won":"lo\
st":said.some(word=>sayClosed.includes(word))?"closed":"nothing"}var saysNothing=new Set(["","other","others","misc","na","n a","none","null",
"no","unknown","not known","not specified","not set"].concat(["no reason","reason","tbd","todo","test","x","xx","xxx","see notes","closed","\
lost","won","closed lost"],["closed won","sonstiges","autre","otro","altro"]));function isEmptyReason(reason){return saysNothing.has(wordsOf(
reason).join(" "))}function wordsOf(text){return text.replace(/(\p{Ll})(\p{Lu})/gu,"$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(word=>word.
length>0)}var someLacking=.2,mostLacking=.5;function checkClosingFacts({table}){return[checkReasons(table),checkOwners(table)]}function checkReasons({
outcomes,leadKeys,closing}){let{texts,codes}=closing.closeReasons,isEmpty=texts.map(isEmptyReason),evidence=new Evidence,closed={won:0,lost:0},
given={won:0,lost:0},emptyCount=0;outcomes.forEach((outcome,row)=>{if(outcome===0)return;let kind=outcome===1?"won":"lost",code=codes[row];if(closed[kind]+=
1,code>=0&&!isEmpty[code]){given[kind]+=1;return}emptyCount+=code>=0?1:0,evidence.add(leadKeys[row],()=>code<0?`${kind}, no reason`:`${kind}\
, reason "${texts[code]}"`)});let all=closed.won+closed.lost,empty=texts.filter((_,code)=>isEmpty[code]),spoken=emptyCount===0?"":` ${countWords(
emptyCount)} say nothing: ${listWords(empty)}.`;return gradedLine({code:"LRN012",title:"Close reasons",grade:gradeOfLacking(evidence,all),found:`${countWords(
given.won+given.lost)} of ${countOf(all,"closed lead")} (${shareWords(given.won+given.lost,all)}) say why they closed: ${shareWords(given.won,
closed.won)} of the won, ${shareWords(given.lost,closed.lost)} of the lost.${spoken}`,next:"Make the reason a required field on closing, wit\
h choices that say something."},evidence)}function checkOwners({outcomes,leadKeys,closing}){let owners=closing.finalOwners,evidence=new Evidence,
closed=0;outcomes.forEach((outcome,row)=>{outcome!==0&&(closed+=1,owners.codes[row]<0&&evidence.add(leadKeys[row],()=>`${outcome===1?"won":"\
lost"}, no final owner`))});let named=closed-evidence.count;return gradedLine({code:"LRN013",title:"Final owners",grade:gradeOfLacking(evidence,
closed),found:`${countWords(named)} of ${countOf(closed,"closed lead")} (${shareWords(named,closed)}) say who had them last.`,next:"Bring th\
e owner at closing into the history."},evidence)}function gradeOfLacking({count},all){return all===0?"missing":gradeOfShare(count/all,someLacking,
mostLacking)}var fewWins=.05,mostWins=.5,fewClosed=.02,timeIsMeaningless=.2;function checkClosingTimes({table,asOf}){let withoutTime=new Evidence,beforeArrival=new Evidence,
inFuture=new Evidence,wins=0,timed=0;return table.outcomes.forEach((outcome,row)=>{if(outcome===0)return;let leadKey=table.leadKeys[row],closedAt=table.
closedAt[row],arrivedAt=table.arrivedAt[row];if(wins+=outcome===1?1:0,Number.isNaN(closedAt)){outcome===1&&withoutTime.add(leadKey,()=>"won,\
 no closing time");return}timed+=1,isBeforeArrival(closedAt,arrivedAt)&&beforeArrival.add(leadKey,()=>`closed ${dayWords(closedAt)}, arrived\
 ${dayWords(arrivedAt)}`),closedAt>asOf&&inFuture.add(leadKey,()=>`closed ${dayWords(closedAt)}, looked at ${dayWords(asOf)}`)}),[withoutTimeLine(
withoutTime,wins),beforeArrivalLine(beforeArrival,timed),inFutureLine(inFuture,timed,asOf)]}function isBeforeArrival(closedAt,arrivedAt){return closedAt+
864e5<=arrivedAt}function withoutTimeLine(evidence,wins){let{count}=evidence,stops=count>wins*mostWins,found=wins===0?"Nothing was won, so t\
here are no closing times to look at.":count===0?`Each of ${countOf(wins,"win")} has a closing time.`:`${countWords(count)} of ${countOf(wins,
"win")} (${shareWords(count,wins)}) have no closing time and can't be used.`;return gradedLine({code:"LRN007",title:"Won leads have a closin\
g time",grade:gradeOfShare(count/Math.max(1,wins),0,fewWins),found,next:"Map the closing time, or have the CRM set it whenever a lead is won\
."},evidence,stops)}function beforeArrivalLine(evidence,timed){let{count}=evidence,stops=count>timed*timeIsMeaningless;return gradedLine({code:"\
LRN008",title:"Leads close after they arrive",grade:gradeOfShare(count/Math.max(1,timed),0,fewClosed),found:count===0?`None of ${countOf(timed,
"closed lead")} with a time closed before it arrived.`:`${countWords(count)} of ${countOf(timed,"closed lead")} (${shareWords(count,timed)})\
 closed a day or more before they arrived${stops?": the order of time means nothing here":""}.`,next:"See which column holds the arrival and\
 which the closing; a record made after the deal arrived earlier than it says."},evidence,stops)}function inFutureLine(evidence,timed,asOf){
let{count}=evidence;return gradedLine({code:"LRN009",title:"No closing lies in the future",grade:gradeOfShare(count/Math.max(1,timed),0,fewClosed),
found:count===0?`None of ${countOf(timed,"closed lead")} with a time closed after ${dayWords(asOf)}, the day of looking.`:`${countWords(count)}\
 of ${countOf(timed,"closed lead")} (${shareWords(count,timed)}) closed after ${dayWords(asOf)}, the day of looking.`,next:"See whether the \
column holds the expected closing, and whether the day of looking is right."},evidence)}var parts=4,largeFactor=2,clearlyApart=3;function checkDrift({table,leads}){let line2={code:"LRN029",title:"The share that is won stays"},quarters=partsOf(
table.arrivedAt,leads.rows,leads.labels);if(quarters.some(({count})=>count===0))return lacking({...line2,grade:"partial",found:"Too few answ\
ered leads to compare quarters of the history.",next:"Bring in more answered leads."});let figures=quarters.map(({from,count,wins})=>`${rateWords(
wins,count)} from ${dayWords(from)}`).join(", "),sorted=[...quarters].sort((one,other)=>one.wins/one.count-other.wins/other.count),[least,most]=[
sorted[0],sorted.at(-1)],isFactor=most.wins/most.count>largeFactor*least.wins/least.count;return!isFactor||distance(least,most)<clearlyApart?
inPlace({...line2,found:`Won in four equal parts of the history: ${figures}.${isFactor?" They differ no more than by chance.":""}`}):lacking(
{...line2,grade:"partial",found:`The share that is won changed by more than a factor of ${largeFactor}; in four equal parts of the history: ${figures}\
.`,next:"Find out what changed. Believe the figures on later leads, and let chances follow recent outcomes."})}function partsOf(arrivedAt,rows,labels){
return Array.from({length:parts},(_,part)=>{let from=Math.floor(rows.length*part/parts),until=Math.floor(rows.length*(part+1)/parts),wins=labels.
subarray(from,until).reduce((sum,label)=>sum+label,0);return{from:arrivedAt[rows[from]??0]??Number.NaN,count:until-from,wins}})}function distance(one,other){
let share=(one.wins+other.wins)/(one.count+other.count),spread=Math.sqrt(share*(1-share)*(1/one.count+1/other.count));return spread===0?0:Math.
abs(one.wins/one.count-other.wins/other.count)/spread}function earlierRows(keys){let earlier=new Int32Array(keys.length).fill(-1),places=2**Math.ceil(Math.log2(keys.length*2+2)),lastRows=new Int32Array(
places).fill(-1),hashes=new Int32Array(keys.length);for(let row=0;row<keys.length;row+=1){let key=keys[row]??null;if(key===null)continue;let hash=hashOf(
key);hashes[row]=hash;let place=(hash^hash>>>15)&places-1;for(;;){let last=lastRows[place];if(last<0||hashes[last]===hash&&keys[last]===key){
earlier[row]=last,lastRows[place]=row;break}place=place+1&places-1}}return earlier}function hashOf(key){let hash=-2128831035;for(let place=0;place<
key.length;place+=1)hash=Math.imul(hash^key.charCodeAt(place),16777619);return hash}var fewTwice=.01;function checkDuplicates({table}){let evidence=new Evidence;earlierRows(table.leadKeys).forEach((earlier,row)=>{earlier>=0&&
evidence.add(table.leadKeys[row],()=>`also in row ${countWords(earlier+1)} of the history`)});let{count}=evidence,stops=count>table.rowCount*
fewTwice;return gradedLine({code:"LRN014",title:"Every lead comes once",grade:gradeOfShare(count/Math.max(1,table.rowCount),0,fewTwice),found:count===
0?`Each of ${countOf(table.rowCount,"lead")} has a key of its own.`:`${countWords(count)} of ${countOf(table.rowCount,"lead")} (${shareWords(
count,table.rowCount)}) have a key that came before.`,next:"Export each lead once; look whether a list of deals or activities was joined to \
it."},evidence,stops)}var words=new Set(["duration","closed","close","closing","won","win","lost","loss","outcome","result","converted","conversion"].concat(["amo\
unt","stage","opportunity","deal","contract","invoice","invoiced","paid","payment","signed","order"],["probability","forecast","disqualified",
"unqualified","disposition","rejection","renewal","churn","churned"],["onboarding","quote","proposal"])),phrases=["call length","call time",
"talk time","last contacted","last activity","last modified","lead status","lifecycle stage","next step","first touch","first response","fol\
low up","times contacted"];function wordOfAfterwards(fieldKey,label){for(let name of[fieldKey,label]){let said=wordsOf(name),word=said.find(
each=>words.has(each));if(word!==void 0)return word;let joined=` ${said.join(" ")} `,phrase=phrases.find(each=>joined.includes(` ${each} `));
if(phrase!==void 0)return phrase}return null}function countCodes(bins){return 2+(bins.kind==="number"?bins.lows.length:bins.groups.length)}function chooseNumberBins(column,rows,leastRows,mostBins=20){let values=sampleOf(column,rows),share=values.length===0?1:countKnown(column,rows)/
values.length,wanted=Math.max(leastRows/share,values.length/mostBins,1),lows=[],taken=0;for(let place=0;place<values.length;){let value=values[place],
next=place+1;for(;next<values.length&&values[next]===value;)next+=1;let here=next-place,isOwn=here>=wanted;(lows.length===0||taken>=wanted||
isOwn&&taken>=wanted/2)&&(lows.push(value),taken=0),taken+=here,place=next}return lows.length>1&&taken<wanted/2&&lows.pop(),{kind:"number",fieldKey:column.
fieldKey,label:column.label,lows}}function countKnown(column,rows){let known=0;for(let row of rows)known+=Number.isNaN(column.values[row])?0:
1;return known}function sampleOf(column,rows){let step=Math.max(1,Math.floor(rows.length/2e5)),values=new Float64Array(Math.ceil(rows.length/
step)),count=0;for(let place=0;place<rows.length;place+=step){let value=column.values[rows[place]];Number.isNaN(value)||(values[count]=value,
count+=1)}return values.subarray(0,count).sort()}function chooseTextBins(column,rows,labels,leastRows,mostOwn=60){let counts=new Float64Array(column.texts.length),wins=new Float64Array(column.
texts.length),allWins=0,known=0;for(let place=0;place<rows.length;place+=1){let code=column.codes[rows[place]];code>=0&&(counts[code]+=1,wins[code]+=
labels[place],known+=1,allWins+=labels[place])}let average2=known===0?0:allWins/known,usable=[...column.texts.keys()].filter(code=>counts[code]>=
3&&isListable(column.texts[code])).sort((one,other)=>counts[other]-counts[one]||compareTexts(column.texts[one],column.texts[other])),own=usable.
filter(code=>counts[code]>=leastRows).slice(0,mostOwn),isOwn=new Set(own),rare=usable.filter(code=>!isOwn.has(code)).slice(0,12*500),rate=code=>(wins[code]+
20*average2)/(counts[code]+20);rare.sort((one,other)=>rate(one)-rate(other)||compareTexts(column.texts[one],column.texts[other]));let groups=[
...own.map(code=>[code]),...splitEvenly(rare,counts,leastRows)];return{kind:"text",fieldKey:column.fieldKey,label:column.label,groups:groups.
map(codes=>codes.map(code=>column.texts[code]).sort(compareTexts))}}function splitEvenly(codes,counts,leastRows){let all=codes.reduce((sum,code)=>sum+
counts[code],0),wanted=Math.max(leastRows,all/12),groups=[],group=[],taken=0;for(let code of codes)group.length>0&&(taken>=wanted||group.length>=
500)&&(groups.push(group),group=[],taken=0),group.push(code),taken+=counts[code];return group.length>0&&taken>=leastRows/2&&groups.push(group),
groups}function isListable(text){return text.length>0&&text.length<=120&&/^[^;\p{Cc}\p{Cs}]*$/u.test(text)}function compareTexts(one,other){
return one===other?0:one<other?-1:1}function encodeLeads(table,rows,attributes){return{rowCount:rows.length,codes:attributes.map(bins=>encodeAttribute(table,rows,bins)),codeCounts:attributes.
map(countCodes)}}function encodeAttribute(table,rows,bins){let column=columnOf(table,bins.fieldKey);return column===void 0||column.kind!==bins.
kind?new Uint8Array(rows.length):column.kind==="number"?encodeNumbers(column,rows,bins):encodeTexts(column,rows,bins)}function encodeNumbers(column,rows,{
lows}){let codes=new Uint8Array(rows.length),edges=Float64Array.from(lows);for(let place=0;place<rows.length;place+=1){let value=column.values[rows[place]];
codes[place]=Number.isNaN(value)?0:edges.length===0?1:2+rangeOf(edges,value)}return codes}function rangeOf(lows,value){let low=0,high=lows.length;
for(;high-low>1;){let middle=low+high>>1;lows[middle]<=value?low=middle:high=middle}return low}function encodeTexts(column,rows,{groups}){let groupByText=new Map;
groups.forEach((texts,group)=>texts.forEach(text=>groupByText.set(text,group)));let codeByText=column.texts.map(text=>{let group=groupByText.
get(text);return group===void 0?1:2+group}),codes=new Uint8Array(rows.length);for(let place=0;place<rows.length;place+=1){let text=column.codes[rows[place]];
codes[place]=text<0?0:codeByText[text]}return codes}var partsOfTime=4,leastRowsOfBin=20,leastShareOfBin=.003,smoothingRows=5,deadRate=.1,leastExpectedWins=10;function predictAlone(table,leads,column){
let halves=[0,1].map(parity=>halfOf(leads,parity)),tallies=[0,1].map(known=>tallyHalf(table,column,halves[known],halves[1-known])),pairs=tallies.
reduce((sum,tally)=>sum+tally.pairs,0);return{areaUnderCurve:tallies.reduce((sum,tally)=>sum+tally.ordered,0)/pairs,deadShare:Math.min(...tallies.
map(({deadShare})=>deadShare))}}function halfOf({rows,labels},parity){let length=rows.length+1-parity>>1,half={rows:new Int32Array(length),labels:new Uint8Array(
length)};for(let place=0;place<length;place+=1)half.rows[place]=rows[2*place+parity],half.labels[place]=labels[2*place+parity];return half}function tallyHalf(table,column,known,asked){
let leastRows=Math.max(leastRowsOfBin,Math.round(known.rows.length*leastShareOfBin)),bins=column.kind==="number"?chooseNumberBins(column,known.
rows,leastRows):chooseTextBins(column,known.rows,known.labels,leastRows),codeCount=countCodes(bins),rates=winRates(encodeLeads(table,known.rows,
[bins]).codes[0],known.labels,codeCount),levels=levelsOf(rates),codes=encodeLeads(table,asked.rows,[bins]).codes[0],tally={ordered:0,pairs:0,
deadShare:0},wins=new Float64Array(codeCount),others=new Float64Array(codeCount);for(let part=0;part<partsOfTime;part+=1){let winsHere=new Float64Array(
codeCount),othersHere=new Float64Array(codeCount),until=Math.floor(codes.length*(part+1)/partsOfTime);for(let place=Math.floor(codes.length*
part/partsOfTime);place<until;place+=1){let level=levels[codes[place]];(asked.labels[place]===1?winsHere:othersHere)[level]+=1}addPairs(tally,
winsHere,othersHere),winsHere.forEach((count,level)=>wins[level]+=count),othersHere.forEach((count,level)=>others[level]+=count)}return tally.
deadShare=deadShareOf(wins,others),tally}function winRates(codes,labels,codeCount){let wins=new Float64Array(codeCount),counts=new Float64Array(
codeCount),allWins=0;codes.forEach((code,place)=>{wins[code]+=labels[place],counts[code]+=1,allWins+=labels[place]});let average2=allWins/Math.
max(1,codes.length);return wins.map((won,code)=>(won+smoothingRows*average2)/(counts[code]+smoothingRows))}function levelsOf(rates){let sorted=[
...new Set(rates)].sort((one,other)=>one-other);return Uint8Array.from(rates,rate=>sorted.indexOf(rate))}function addPairs(tally,wins,others){
let othersBelow=0;wins.forEach((won,level)=>{tally.ordered+=won*(othersBelow+others[level]/2),othersBelow+=others[level]}),tally.pairs+=wins.
reduce((sum,won)=>sum+won,0)*othersBelow}function deadShareOf(wins,others){let allWins=wins.reduce((sum,won)=>sum+won,0),allOthers=others.reduce(
(sum,other)=>sum+other,0),winsBelow=0,othersBelow=0,dead=0;return wins.forEach((won,level)=>{winsBelow+=won,othersBelow+=others[level];let share=othersBelow/
allOthers;winsBelow<=deadRate*share*allWins&&share*allWins>=leastExpectedWins&&(dead=share)}),dead}var tooGood=.85,suspiciouslyGood=.75,suspiciouslyDead=.05;function aloneReason(table,leads,column){let{areaUnderCurve:areaUnderCurve2,deadShare}=predictAlone(
table,leads,column);if(!(areaUnderCurve2>=suspiciouslyGood))return null;let word=wordOfAfterwards(column.fieldKey,column.label),signs=[...areaUnderCurve2>=
tooGood?["nothing known on arrival does that"]:[],...deadShare>=suspiciouslyDead?[`${shareWords(deadShare,1)} of the others have values with\
 which hardly anybody is won`]:[],...word===null?[]:[`its name speaks of afterwards ("${word}")`]],figure=`alone it tells won leads from oth\
ers with an area under the curve of ${areaUnderCurve2.toFixed(2)}`;return signs.length===0?null:`${figure}; ${signs.join("; ")}`}function sampleLeads({rows,labels}){let wonCount=labels.reduce((sum,label)=>sum+label,0),counts=[rows.length-wonCount,wonCount];if(counts[0]<=
16e3&&counts[1]<=8e3)return{rows,labels};let mosts=[16e3,8e3],seen=[0,0],taken=[];return labels.forEach((label,place)=>{let all=counts[label],
most=Math.min(all,mosts[label]);Math.floor((seen[label]+1)*most/all)>Math.floor(seen[label]*most/all)&&taken.push(place),seen[label]+=1}),{rows:Int32Array.
from(taken,place=>rows[place]),labels:Uint8Array.from(taken,place=>labels[place])}}var presentShare=.5,presentFactor=20,leastPureWins=20,leastOfKind2=10,mostSpelledOut=5,oneSided={code:"LRN020",title:"No field is filled in \
for one outcome only",verb:"is"},tooStrong={code:"LRN021",title:"No field predicts too well alone",verb:"does"};function checkLeakage(history,facts){
let{table,leads}=history,everWon=Uint8Array.from(leads.rows,row=>table.outcomes[row]===1?1:0),answers=[everWon,leads.labels].filter((labels,place)=>place===
0||labels.some((label,at)=>label!==everWon[at]));if(answers.every(labels=>!hasBoth(labels)))return{lines:tooFewLines(facts),excluded:[]};let usable=answers.
filter(hasBoth).map(labels=>sampleLeads({rows:leads.rows,labels})),present=facts.flatMap(each=>presenceReason(each)??[]),alone=facts.filter(
({column})=>!present.some(({fieldKey})=>fieldKey===column.fieldKey)).flatMap(({column})=>{let reason=usable.reduce((found,each)=>found??aloneReason(
table,each,column),null);return reason===null?[]:{fieldKey:column.fieldKey,code:tooStrong.code,reason}}),excluded=[...present,...alone];return{
lines:[leakLine(oneSided,present,facts,history),leakLine(tooStrong,alone,facts,history),namesLine(facts,excluded)],excluded}}function hasBoth(labels){
let wins=labels.reduce((sum,label)=>sum+label,0);return wins>=leastOfKind2&&labels.length-wins>=leastOfKind2}function presenceReason({column,
filled}){let others=filled.others/filled.ofOthers,wins=filled.won/filled.ofWon,more=Math.max(others,wins),isFarApart=Math.min(others,wins)*presentFactor<=
more,isPure=filled.won>=leastPureWins&&filled.others*presentFactor<=filled.won,isOneSided=isFarApart&&(more>=presentShare||isPure),wonWords=rateWords(
filled.won,filled.ofWon),otherWords=rateWords(filled.others,filled.ofOthers);return isOneSided?{fieldKey:column.fieldKey,code:oneSided.code,
reason:`filled in for ${wonWords} of the won and ${otherWords} of the others`}:null}function leakLine({verb,...line2},fields,facts,history){
if(fields.length===0)return inPlace({...line2,found:`None of ${countOf(facts.length,"field")} ${verb}.`});let columns=new Map(facts.map(({column})=>[
column.fieldKey,column])),evidence=new Evidence;for(let{fieldKey}of fields)witnessWins(evidence,columns.get(fieldKey),history);let sentences=fields.
slice(0,mostSpelledOut).map(({fieldKey,reason})=>`"${columns.get(fieldKey).label}": ${reason}.`),others=fields.slice(mostSpelledOut).map(({fieldKey})=>columns.
get(fieldKey).label),more=others.length===0?[]:[`And likewise ${listWords(others,others.length)}.`];return lacking({...line2,grade:"partial",
found:[...sentences,...more].join(" "),next:"They are left out. Find out when they are filled in; to use one, bring its value as of arrival."},
evidence)}function witnessWins(evidence,column,{table,leads}){for(let row of leads.rows){let value=column.kind==="number"?column.values[row]:
column.texts[column.codes[row]];table.outcomes[row]===1&&value!==void 0&&!Number.isNaN(value)&&evidence.add(table.leadKeys[row],()=>`won, ${column.
label} ${value}`)}}function namesLine(facts,excluded){let line2={code:"LRN022",title:"No field is named after what comes later"},suspects=facts.
map(({column})=>column).filter(({fieldKey,label})=>wordOfAfterwards(fieldKey,label)!==null).filter(({fieldKey})=>!excluded.some(field=>field.
fieldKey===fieldKey));if(suspects.length===0)return inPlace({...line2,found:"No field that teaches has a name that speaks of afterwards."});
let names=suspects.map(({label})=>label);return lacking({...line2,grade:"partial",found:`Named after what comes later, though the figures do\
 not show it: ${listWords(names,names.length)}.`,next:"Take a field out of the training if it is filled in after first contact."})}function tooFewLines(facts){
let unknown={grade:"partial",found:`With fewer than ${leastOfKind2} won leads or ${leastOfKind2} others this can't be told.`,next:"Bring in \
more answered leads."};return[lacking({...oneSided,...unknown}),lacking({...tooStrong,...unknown}),namesLine(facts,[])]}var oldHorizons=3,someOpen=.2,mostOpen=.5;function checkMissingOutcomes({table,leads,asOf}){let before=asOf-oldHorizons*leads.horizonDays*864e5,
evidence=new Evidence,old=0;table.outcomes.forEach((outcome,row)=>{let arrivedAt=table.arrivedAt[row];arrivedAt<=before&&(old+=1,outcome===0&&
evidence.add(table.leadKeys[row],()=>`open since ${dayWords(arrivedAt)}`))});let{count}=evidence,age=countOf(oldHorizons*leads.horizonDays,"\
day");return gradedLine({code:"LRN010",title:"Old leads were closed",grade:old===0?"partial":gradeOfShare(count/old,someOpen,mostOpen),found:old===
0?`No lead is older than ${age}, three horizons, so nothing shows whether leads are ever closed.`:`${countWords(count)} of ${countOf(old,"le\
ad")} older than ${age} (${shareWords(count,old)}) were never closed; they count as not won.`,next:old===0?"Bring in a longer history.":"Clo\
se old leads with their true outcome, above all those that became customers elsewhere."},evidence)}var silentPauses=7,leastWins=10,leastSilence=7*864e5;function checkOutcomeSource(history){return[checkSource(history.table),checkStillComing(
history)]}function checkSource({closing:{outcomesFrom}}){let line2={code:"LRN017",title:"Outcomes come from where sales closes"};switch(outcomesFrom){case"\
thisCrm":return inPlace({...line2,found:"Leads and outcomes come from the same CRM."});case"otherCrm":return inPlace({...line2,found:"Outcom\
es come from another CRM that is kept in step with this one."});case"file":return lacking({...line2,grade:"partial",found:"Outcomes come fro\
m a file, so what happens after its day is never learned.",next:"Connect the CRM in which sales closes, or bring a new file before each trai\
ning."})}}function checkStillComing({table,leads,asOf}){let line2={code:"LRN018",title:"Outcomes still come in"},wins=winsOf(table,asOf);if(wins.
closedAt.length<leastWins){let found=`${countOf(wins.closedAt.length,"win")} with a time: too few to tell whether outcomes still come in.`;return lacking(
{...line2,grade:"partial",found,next:"Look by hand whether recent deals are there."})}let newestWin=wins.closedAt.at(-1),newestArrival=newestBefore(
table.arrivedAt,asOf),silence=newestArrival-newestWin,usualPause=(newestWin-wins.closedAt[0])/(wins.closedAt.length-1),isSilent=silence>Math.
max(leastSilence,usualPause*silentPauses,longestPause(wins.closedAt)),times=`The newest win is of ${dayWords(newestWin)}, the newest lead of\
 ${dayWords(newestArrival)}`;if(!isSilent)return inPlace({...line2,found:`${times}.`});let evidence=new Evidence;for(let row of leads.rows)table.
arrivedAt[row]>newestWin&&evidence.add(table.leadKeys[row],()=>`arrived ${dayWords(table.arrivedAt[row])}, after the newest win`);let isBroken=silence>
wins.usualTime;return gradedLine({...line2,grade:isBroken?"missing":"partial",found:`${times}. Wins usually come every ${pauseWords(usualPause)}\
 and ${daysWords(wins.usualTime)} after arrival, but for ${daysWords(silence)} there was none; ${countWords(evidence.count)} leads of that t\
ime would count as not won.`,next:`Repair what brings outcomes here, or set the day of looking to ${dayWords(newestWin)}.`},evidence,isBroken)}
function pauseWords(pause){return pause<864e5?"day":daysWords(pause)}function winsOf({outcomes,arrivedAt,closedAt},asOf){let closings=[],times=[];
outcomes.forEach((outcome,row)=>{outcome===1&&closedAt[row]<=asOf&&(closings.push(closedAt[row]),arrivedAt[row]<=closedAt[row]&&times.push(closedAt[row]-
arrivedAt[row]))});let sortedTimes=Float64Array.from(times).sort();return{closedAt:Float64Array.from(closings).sort(),usualTime:sortedTimes[sortedTimes.
length>>1]??0}}function longestPause(sorted){let longest=0;for(let place=(sorted.length>>1)+1;place<sorted.length;place+=1)longest=Math.max(
longest,sorted[place]-sorted[place-1]);return longest}function newestBefore(arrivedAt,asOf){let newest=-1/0;for(let arrival of arrivedAt)newest=
arrival<=asOf&&arrival>newest?arrival:newest;return newest}var fewOfClosed=.01;function checkOutcomeWords({table,asOf}){let{texts,codes}=table.closing.outcomeWords,meanings=texts.map(meaningOf),evidence=new Evidence,
words2=new Set,closed=0;table.outcomes.forEach((outcome,row)=>{closed+=outcome===0?0:1;let code=codes[row],fault=code<0?null:faultOf(table,row,
meanings[code],asOf);fault!==null&&(words2.add(texts[code]),evidence.add(table.leadKeys[row],()=>`"${texts[code]}" was read as ${fault}`))});
let{count}=evidence,all=closed+count,line2={code:"LRN011",title:"Outcome words are understood"};return texts.length===0?lacking({...line2,grade:"\
partial",found:"The history says won and lost without the words that the CRM has for them, so they could not be compared.",next:"Map the col\
umn with the outcome as the CRM calls it."}):gradedLine({...line2,grade:gradeOfShare(count/Math.max(1,all),0,fewOfClosed),found:count===0?`A\
ll outcome words of ${countOf(closed,"closed lead")} are understood.`:`${countWords(count)} of ${countOf(all,"lead")} with an outcome (${shareWords(
count,all)}) have a word that was read otherwise than it sounds: ${listWords([...words2])}.`,next:"Say of each of these words whether it mea\
ns won, lost or open."},evidence)}function faultOf(table,row,meaning,asOf){let outcome=table.outcomes[row],closedAt=table.closedAt[row];if(outcome===
0){let isClosed=closedAt<=asOf;return meaning==="nothing"&&!isClosed?null:`open${isClosed?`, though closed ${dayWords(closedAt)}`:""}`}return outcome===
1&&meaning==="lost"||outcome===2&&meaning==="won"?outcome===1?"won":"lost":null}var hasWon=1,hasLost=2;function findPersons({outcomes,closing:{personKeys}}){let earlier=earlierRows(personKeys),isLast=new Uint8Array(personKeys.
length).fill(1),ends=Uint8Array.from(outcomes,outcome=>outcome===1?hasWon:outcome===2?hasLost:0),knownCount=0;personKeys.forEach((personKey,row)=>{
knownCount+=personKey===null?0:1;let before=earlier[row];before>=0&&(isLast[before]=0,ends[row]|=ends[before])});let contradictingEnds=[];return ends.
forEach((end,row)=>{isLast[row]===1&&end===(hasWon|hasLost)&&contradictingEnds.push(row)}),{knownCount,earlier,contradictingEnds}}function rowsOfPerson({
earlier},last,arrivedAt){let rows=[];for(let row=last;row>=0;row=earlier[row])rows.push(row);return rows.sort((one,other)=>arrivedAt[one]-arrivedAt[other]||
one-other)}var someReturning=.05,manyReturning=.3,fewContradicting=.01,someContradicting=.05,returning={code:"LRN015",title:"One lead for one person"},
contradicting={code:"LRN016",title:"One story for one person"};function checkPersons({table,leads}){let persons=findPersons(table);if(persons.
knownCount===0){let unknown={grade:"partial",found:"No lead says whose it is, so this could not be looked at.",next:"Map an address or a con\
tact."};return[lacking({...returning,...unknown}),lacking({...contradicting,...unknown})]}return[checkReturning(table,persons),checkContradictions(
table,persons,leads.horizonDays)]}function checkReturning({leadKeys},{earlier,knownCount}){let evidence=new Evidence;earlier.forEach((before,row)=>{
before>=0&&evidence.add(leadKeys[row],()=>`same person as "${leadKeys[before]}"`)});let{count}=evidence;return gradedLine({...returning,grade:gradeOfShare(
count/knownCount,someReturning,manyReturning),found:`${countWords(count)} of ${countOf(knownCount,"lead")} (${shareWords(count,knownCount)})\
 are another lead of a person who was there before.`,next:"Merge people in the CRM, then export again."},evidence)}function checkContradictions(table,persons,horizonDays){
let{leadKeys,arrivedAt,outcomes}=table,evidence=new Evidence;for(let last of persons.contradictingEnds){let closed=rowsOfPerson(persons,last,
arrivedAt).filter(row=>outcomes[row]!==0);closed.forEach((row,place)=>{let next=closed[place+1];if(next!==void 0&&isContradiction(table,row,
next,horizonDays)){let[wonRow,lostRow]=outcomes[row]===1?[row,next]:[next,row],seen=`lost, while "${leadKeys[wonRow]}" of ${dayWords(arrivedAt[wonRow])}\
 was won`;evidence.add(leadKeys[lostRow],()=>seen)}})}let closedCount=outcomes.reduce((count2,outcome)=>count2+(outcome===0?0:1),0),{count}=evidence;
return gradedLine({...contradicting,grade:gradeOfShare(count/Math.max(1,closedCount),fewContradicting,someContradicting),found:`${countWords(
count)} of ${countOf(closedCount,"closed lead")} (${shareWords(count,closedCount)}) were lost while the same person was won within ${countOf(
horizonDays,"day")}.`,next:"Merge these leads, or close duplicates as duplicates instead of lost."},evidence)}function isContradiction({arrivedAt,
outcomes},row,next,horizonDays){return outcomes[row]!==outcomes[next]&&arrivedAt[next]-arrivedAt[row]<=horizonDays*864e5}function findLateFields(history){return history.columns.flatMap(column=>lateField(history,column)??[])}function lateField({table,tableRows},column){
let changedAt=table.closing.changedAt.get(column.fieldKey);if(changedAt===void 0)return null;let late={column,evidence:new Evidence,filledLate:0,
afterOutcome:0,whole:0};for(let row of tableRows){let changed=changedAt[row],isInHistory=isKnown(column,row),closed=table.outcomes[row]===0?
Number.NaN:table.closedAt[row],touched=table.closing.firstTouchAt[row],isAfterOutcome=changed>=closed,isLate=isAfterOutcome||changed>=touched;
late.whole+=isLate||isInHistory?1:0,isLate&&(late.filledLate+=isInHistory?0:1,late.afterOutcome+=isAfterOutcome?1:0,late.evidence.add(table.
leadKeys[row],()=>{let then=isAfterOutcome?`closed ${dayWords(closed)}`:`first touched ${dayWords(touched)}`;return`${column.label} set ${dayWords(
changed)}, ${then}`}))}return late.evidence.count===0?null:late}function isKnown(column,row){return column.kind==="number"?!Number.isNaN(column.
values[row]):column.codes[row]>=0}var line={code:"LRN019",title:"Fields were known before first contact"},tooOften=.05,mostly=.5,leastLate=5;function checkSetAfterwards(history){
if(history.table.closing.changedAt.size===0)return{line:lacking({...line,grade:"partial",found:"Nothing says when fields were set, so what w\
as filled in afterwards could not be found this way.",next:"Turn on field history, and compare a few old leads by hand."}),excluded:[]};let late=findLateFields(
history);if(late.length===0)return{line:inPlace({...line,found:"No field was set after first touch or after the outcome."}),excluded:[]};let isAsOf=holdsValuesAsOfArrival(
late),mayNotTeach=late.filter(({evidence:{count},filledLate,whole})=>isAsOf?filledLate>=Math.max(leastLate,whole*mostly):count>=Math.max(leastLate,
whole*tooOften)),excluded=mayNotTeach.map(field=>({fieldKey:field.column.fieldKey,code:line.code,reason:`set after first touch or outcome on\
 ${countWords(field.evidence.count)} of ${countOf(field.whole,"lead")} (${shareWords(field.evidence.count,field.whole)}), ${countWords(field.
afterOutcome)} of them after the outcome`}));return{line:lateLine(late,mayNotTeach,isAsOf),excluded}}function holdsValuesAsOfArrival(late){let all=late.
reduce((sum,{evidence})=>sum+evidence.count,0);return late.reduce((sum,{filledLate})=>sum+filledLate,0)>=all*tooOften}function lateLine(late,mayNotTeach,isAsOf){
let kept=late.filter(field=>!mayNotTeach.includes(field)),why=isAsOf?"the history holds what they said on arrival":"too few to matter",sentences=[
...mayNotTeach.length===0?[]:[`Set after first touch or outcome: ${figuresOf(mayNotTeach)}.`],...kept.length===0?[]:[`Set late as well, but \
left in, since ${why}: ${figuresOf(kept)}.`]],finding={...line,found:sentences.join(" ")},graded=mayNotTeach.length===0?inPlace(finding):lacking(
{...finding,grade:"partial",next:"These fields are left out. Bring their value as of arrival, from the field history, to use them."}),shown=mayNotTeach.
length===0?kept:mayNotTeach,all=new Evidence;for(let{leadKey,seen}of shown.flatMap(({evidence})=>evidence.witnesses))all.add(leadKey,()=>seen);
let recordCount=shown.reduce((sum,{evidence})=>sum+evidence.count,0);return{...graded,recordCount,witnesses:all.witnesses}}function figuresOf(fields){
return fields.map(({column,evidence,whole})=>`${column.label} on ${countOf(evidence.count,"lead")} (${shareWords(evidence.count,whole)})`).join(
", ")}var fewOfClosed2=.05,leastClosedOfStage=5,mostlyWon=.95;function checkStages({table}){let tallies=tallyStages(table);return[checkOneMeaning(
table,tallies),checkOpenAtClosedStage(table,tallies)]}function tallyStages({outcomes,closing:{stages}}){let tallies=stages.texts.map(stage=>({
stage,meaning:meaningOf(stage),openCount:0,wonCount:0,lostCount:0}));return outcomes.forEach((outcome,row)=>{let tally=tallies[stages.codes[row]];
tally!==void 0&&(tally.openCount+=outcome===0?1:0,tally.wonCount+=outcome===1?1:0,tally.lostCount+=outcome===2?1:0)}),tallies}function checkOneMeaning(table,tallies){
let line2={code:"LRN005",title:"One meaning of won and lost"},mixed=tallies.filter(({wonCount,lostCount})=>wonCount>0&&lostCount>0),evidence=new Evidence,
closed=0,against=0;if(table.outcomes.forEach((outcome,row)=>{let tally=tallies[table.closing.stages.codes[row]];if(outcome===0||tally===void 0)
return;closed+=1;let isWon=outcome===1,isAgainst=tally.meaning===(isWon?"lost":"won"),isRarer=isWon?tally.wonCount<=tally.lostCount:tally.lostCount<
tally.wonCount;against+=isAgainst?1:0,(isAgainst||tally.wonCount>0&&tally.lostCount>0&&isRarer)&&evidence.add(table.leadKeys[row],()=>`stage\
 "${tally.stage}", outcome ${isWon?"won":"lost"}`)}),closed===0)return gradedLine({...line2,grade:"partial",found:"No closed lead has a stag\
e, so outcomes could not be compared with stages.",next:"Map the column of the stage."},evidence);let isBroken=against>closed*fewOfClosed2,grade=isBroken?
"missing":gradeOfShare(evidence.count/closed,0,fewOfClosed2),names=mixed.map(({stage})=>stage),found=evidence.count===0?`Every stage of ${countOf(
closed,"closed lead")} goes with one outcome.`:`${countOf(evidence.count,"closed lead")} of ${countWords(closed)} (${shareWords(evidence.count,
closed)}) stand at a stage that goes with the other outcome elsewhere${names.length>0?`: ${listWords(names)}`:""}. On ${countWords(against)}\
 the stage's own word contradicts the outcome.`;return gradedLine({...line2,grade,found,next:"Agree on which stage means won and which means\
 lost, and correct the leads below."},evidence,isBroken)}function checkOpenAtClosedStage(table,tallies){let line2={code:"LRN006",title:"Open\
 leads at closed stages"},evidence=new Evidence,names=new Set,closed=0;table.outcomes.forEach((outcome,row)=>{closed+=outcome===0?0:1;let tally=tallies[table.
closing.stages.codes[row]];outcome===0&&tally!==void 0&&isClosedStage(tally)&&(names.add(tally.stage),evidence.add(table.leadKeys[row],()=>`\
open at stage "${tally.stage}"`))});let grade=gradeOfShare(evidence.count,0,closed*fewOfClosed2),found=evidence.count===0?"No open lead stan\
ds at a stage that means closed elsewhere.":`${countOf(evidence.count,"lead")} count as open but stand at a stage that means closed elsewher\
e: ${listWords([...names])}. Beside them ${countWords(closed)} are closed.`;return gradedLine({...line2,grade,found,next:"Map these stages t\
o won or lost."},evidence)}function isClosedStage({meaning,openCount,wonCount,lostCount}){let closed=wonCount+lostCount,isWhereWonLeadsStand=closed>=
leastClosedOfStage&&closed>openCount&&wonCount>=mostlyWon*closed;return meaning!=="nothing"||isWhereWonLeadsStand}var nearlyAll=.8,alwaysRising=.95,leastKnown=20,mostlyMissing=.8;function checkTeachable(facts){let excluded=facts.flatMap(each=>reasonAgainst(
each)??[]);return{lines:[...kinds.map(({code,title,fine,fault,next})=>{let here=excluded.filter(field=>field.code===code);return here.length===
0?inPlace({code,title,found:fine}):lacking({code,title,grade:"partial",found:`${fault}: ${namesOf(here,facts)}. Left out.`,next})}),mostlyMissingLine(
facts)],excluded}}var kinds=[{code:"LRN024",title:"Fields have values",fine:"Every field that may teach has a value on some leads.",fault:"N\
o answered lead has a value for some fields",next:"Map these fields, or take them out of the training."},{code:"LRN025",title:"Fields differ\
 between leads",fine:"No field has the same value on all leads.",fault:"All leads have the same value for some fields",next:"Nothing, unless\
 the values should differ."},{code:"LRN026",title:"Fields are no identifiers",fine:"No field has another value on nearly every lead.",fault:"\
Nearly every lead has a value of its own for some fields",next:"Take names, numbers and dates out of the training; bring kinds and sizes ins\
tead."}];function reasonAgainst(facts){let{column,rowCount,knownCount,onlyValue,rareCount,risingShare}=facts,{fieldKey}=column;if(knownCount===
0)return{fieldKey,code:"LRN024",reason:`no value on any of ${countOf(rowCount,"lead")}`};if(onlyValue!==null&&knownCount===rowCount)return{fieldKey,
code:"LRN025",reason:`all leads have the same value, "${onlyValue}"`};if(knownCount>=leastKnown&&rareCount>=knownCount*nearlyAll){let reason=`${shareWords(
rareCount,knownCount)} of its values are those of one or two leads: an identifier`;return{fieldKey,code:"LRN026",reason}}return knownCount>=
leastKnown&&risingShare>=alwaysRising?{fieldKey,code:"LRN026",reason:"it rises with every arrival: a running number or a date"}:null}function mostlyMissingLine(facts){
let line2={code:"LRN027",title:"Fields are filled"},poor=facts.filter(({knownCount,rowCount})=>knownCount>0&&rowCount-knownCount>rowCount*mostlyMissing);
if(poor.length===0)return inPlace({...line2,found:`No field is missing on more than ${mostlyMissing*100} % of the leads.`});let figures=poor.
map(({column,knownCount,rowCount})=>`${column.label} (known for ${countWords(knownCount)}, ${shareWords(knownCount,rowCount)})`);return lacking(
{...line2,grade:"partial",found:`Mostly missing: ${figures.join(", ")}.`,next:"Ask for them on forms, or enrich before scoring; until then t\
hey say little."})}function namesOf(fields,facts){let labels=new Map(facts.map(({column})=>[column.fieldKey,column.label]));return listWords(
fields.map(({fieldKey})=>labels.get(fieldKey)??fieldKey),10)}var rareLeads=3,comparedRows=2e4;function columnFacts(column,rows,tableRows,outcomes){return column.kind==="number"?{...numberFacts(column,tableRows,
outcomes),risingShare:risingShareOf(column,rows)}:textFacts(column,tableRows,outcomes)}function numberFacts(column,rows,outcomes){let{values}=column,
filled=noneFilled(),knownCount=0,least=1/0,most=-1/0;for(let row of rows){let value=values[row],isKnown2=!Number.isNaN(value);countFilled(filled,
outcomes[row],isKnown2&&value!==0),isKnown2&&(knownCount+=1,least=value<least?value:least,most=value>most?value:most)}let onlyValue=least===
most?String(least):null;return{column,rowCount:rows.length,knownCount,onlyValue,rareCount:0,risingShare:0,filled}}function risingShareOf({values},rows){
let step=Math.max(1,Math.floor(rows.length/comparedRows)),pairs=0,rising=0,before=Number.NaN;for(let place=0;place<rows.length;place+=step){
let value=values[rows[place]];Number.isNaN(value)||(pairs+=Number.isNaN(before)?0:1,rising+=value>before?1:0,before=value)}return pairs===0?
0:rising/pairs}function textFacts(column,rows,outcomes){let{codes,texts}=column,filled=noneFilled(),counts=new Int32Array(texts.length),knownCount=0,
last=-1;for(let row of rows){let code=codes[row];countFilled(filled,outcomes[row],code>=0),code>=0&&(knownCount+=1,counts[code]+=1,last=code)}
let rareCount=0;for(let count of counts)rareCount+=count<rareLeads?count:0;let onlyValue=knownCount>0&&counts[last]===knownCount?texts[last]:
null;return{column,rowCount:rows.length,knownCount,onlyValue,rareCount,risingShare:0,filled}}function noneFilled(){return{won:0,ofWon:0,others:0,
ofOthers:0}}function countFilled(filled,outcome,isFilled){outcome===1?(filled.ofWon+=1,filled.won+=isFilled?1:0):(filled.ofOthers+=1,filled.
others+=isFilled?1:0)}var dealCount=20,fewFaulty=.1,manyFaulty=.5;function reviewRecentDeals({table,asOf}){let deals=newestClosed(table).map(row=>reviewDeal(table,
row,asOf)),evidence=new Evidence;for(let{leadKey,faults}of deals)faults.length>0&&evidence.add(leadKey,()=>faults.join(", "));let finding={code:"\
LRN023",title:"The newest twenty closed leads"};if(deals.length===0)return{deals,line:lacking({...finding,grade:"missing",found:"No lead is \
closed.",next:"Map outcomes, or bring in closed leads."})};let found=`Of the newest ${countOf(deals.length,"closed lead")} ${countOf(evidence.
count,"has a fault","have faults")}.`,grade=gradeOfShare(evidence.count/deals.length,fewFaulty,manyFaulty);return{deals,line:gradedLine({...finding,
grade,found,next:"Open them in the CRM, one by one."},evidence)}}function newestClosed({outcomes,closedAt}){let timeOf=row=>Number.isNaN(closedAt[row])?
-1/0:closedAt[row],newest=[];return outcomes.forEach((outcome,row)=>{if(outcome===0||newest.length===dealCount&&timeOf(row)<=timeOf(newest.at(
-1)))return;let behind=newest.findIndex(other=>timeOf(other)<timeOf(row));newest.splice(behind<0?newest.length:behind,0,row),newest.length=Math.
min(newest.length,dealCount)}),newest}function reviewDeal(table,row,asOf){let textOf=column=>{let{texts,codes}=table.closing[column];return texts[codes[row]]??
null},closedAt=table.closedAt[row],deal={leadKey:table.leadKeys[row],outcome:table.outcomes[row]===1?"won":"lost",closedAt:Number.isNaN(closedAt)?
null:closedAt,stage:textOf("stages"),closeReason:textOf("closeReasons"),finalOwner:textOf("finalOwners")};return{...deal,faults:faultsOf(deal,
table.arrivedAt[row],asOf,table.closing)}}function faultsOf(deal,arrivedAt,asOf,closing){let{outcome,closedAt,stage,closeReason,finalOwner}=deal,
against=outcome==="won"?"lost":"won",isKept=({texts})=>texts.length>0;return[[closedAt===null,"no closing time"],[closedAt!==null&&isBeforeArrival(
closedAt,arrivedAt),"closed before it arrived"],[closedAt!==null&&closedAt>asOf,"closed in the future"],[Number.isNaN(arrivedAt),"no arrival"],
[stage===null&&isKept(closing.stages),"no stage"],[stage!==null&&meaningOf(stage)===against,`the stage says ${against}`],[closeReason===null&&
isKept(closing.closeReasons),"no close reason"],[closeReason!==null&&isEmptyReason(closeReason),"a close reason that says nothing"],[finalOwner===
null&&isKept(closing.finalOwners),"no final owner"]].filter(([isFault])=>isFault).map(([,fault])=>fault)}function inspectHygiene(table,leads,settings,asOf){let fieldKeys=[...new Set(settings.fields.map(({fieldKey})=>fieldKey))],columns=leads.rows.
length===0?[]:fieldKeys.flatMap(fieldKey=>columnOf(table,fieldKey)??[]),tableRows=Int32Array.from(leads.rows).sort(),history={table,leads,tableRows,
columns,asOf},facts=columns.map(column=>columnFacts(column,leads.rows,tableRows,table.outcomes)),afterwards=checkSetAfterwards(history),teachable=checkTeachable(
facts),untaught=new Set([...afterwards.excluded,...teachable.excluded].map(({fieldKey})=>fieldKey)),leakage=checkLeakage(history,facts.filter(
({column})=>!untaught.has(column.fieldKey))),recent=reviewRecentDeals(history),lines=[...checkAmount(history),...checkStages(history),...checkClosingTimes(
history),checkMissingOutcomes(history),checkOutcomeWords(history),...checkClosingFacts(history),checkDuplicates(history),...checkPersons(history),
...checkOutcomeSource(history),afterwards.line,...leakage.lines,recent.line,...teachable.lines,checkCensoring(history),checkDrift(history),...checkArrivals(
history)];return{lines,recentDeals:recent.deals,excludedFields:onePerField([...afterwards.excluded,...leakage.excluded,...teachable.excluded]),
isStopped:lines.some(({grade,isStopping})=>grade==="missing"&&isStopping)}}function onePerField(fields){return fields.filter(({fieldKey},place)=>fields.
findIndex(other=>other.fieldKey===fieldKey)===place)}var dayMillis=864e5;function timeToWin(table,asOf){let ends=[];for(let row=0;row<table.rowCount;row+=1){let arrivedAt=table.arrivedAt[row];if(!(arrivedAt<=
asOf))continue;let closedAt=table.closedAt[row];if(isBeforeArrival(closedAt,arrivedAt))continue;let isClosed=table.outcomes[row]!==0&&!Number.
isNaN(closedAt)&&closedAt<=asOf,day=((isClosed?closedAt:asOf)-arrivedAt)/dayMillis;ends.push({day:Math.max(0,Math.ceil(day)),isWon:isClosed&&
table.outcomes[row]===1,isCensored:!isClosed})}ends.sort((one,other)=>one.day-other.day);let curve2={days:[],wonShare:[]},atRisk=ends.length,
undecidedShare=1,wonShare=0;for(let place=0;place<ends.length;){let day=ends[place].day,wonNow=0,lostNow=0,leaving=0;for(;place<ends.length&&
ends[place].day===day;place+=1)leaving+=1,wonNow+=ends[place].isWon?1:0,lostNow+=!ends[place].isWon&&!ends[place].isCensored?1:0;wonNow>0&&(wonShare+=
undecidedShare*wonNow/atRisk,curve2.days.push(day),curve2.wonShare.push(wonShare)),undecidedShare*=1-(wonNow+lostNow)/atRisk,atRisk-=leaving}
return curve2}function dayOfShare(curve2,share){let last=curve2.wonShare.at(-1);if(last===void 0)return null;let place=curve2.wonShare.findIndex(
wonShare=>wonShare>=last*share);return curve2.days[place]}var horizons=[7,14,30,60,90,180,365],wantedShare=.7,mostOfSpan=.25;function chooseHorizon(curve2,spanDays2){let needed=dayOfShare(curve2,wantedShare);
if(needed===null)return{days:30,reason:"nothing was won yet, so a month was taken"};let wanted=horizons.find(days=>days>=needed)??horizons.at(
-1),most=horizons.filter(days=>days<=spanDays2*mostOfSpan).at(-1)??horizons[0],share=days=>Math.round(100*shareWithin(curve2,days));return wanted<=
most?{days:wanted,reason:`${share(wanted)} % of all wins come within ${wanted} days of arrival`}:{days:most,reason:`${wanted} days would hol\
d ${share(wanted)} % of all wins, but the history spans only ${Math.round(spanDays2)} days; ${most} days hold ${share(most)} %`}}function shareWithin(curve2,days){
let last=curve2.wonShare.at(-1);if(last===void 0)return 0;let share=0;return curve2.days.forEach((day,place)=>{share=day<=days?curve2.wonShare[place]:
share}),share/last}var dayMillis2=864e5;function labelLeads(table,asOf,horizonDays,landmarkDays){let rows=[],counts={censoredCount:0,censoredWonCount:0,closedBeforeCount:0,
withoutTimeCount:0};for(let row=0;row<table.rowCount;row+=1){let arrivedAt=table.arrivedAt[row],isClosed=table.outcomes[row]!==0,closedAt=table.
closedAt[row],from=arrivedAt+landmarkDays*dayMillis2;!(arrivedAt<=asOf)||table.outcomes[row]===1&&Number.isNaN(closedAt)?counts.withoutTimeCount+=
1:asOf<from+horizonDays*dayMillis2?(counts.censoredCount+=1,counts.censoredWonCount+=table.outcomes[row]===1&&closedAt<=asOf?1:0):isClosed&&
(landmarkDays>0?closedAt<=from:isBeforeArrival(closedAt,arrivedAt))?counts.closedBeforeCount+=1:rows.push(row)}rows.sort((one,other)=>table.
arrivedAt[one]-table.arrivedAt[other]||one-other);let labels=new Uint8Array(rows.length),wonCount=0;return rows.forEach((row,place)=>{let until=table.
arrivedAt[row]+(landmarkDays+horizonDays)*dayMillis2,isWon=table.outcomes[row]===1&&table.closedAt[row]<=until;labels[place]=isWon?1:0,wonCount+=
isWon?1:0}),{rows:Int32Array.from(rows),labels,wonCount,...counts}}function logOdds(design,places,weights){let odds=new Float64Array(design.rowCount).fill(weights[places.base]);return design.codes.forEach((codes,attribute)=>{
let start=places.attributeStarts[attribute],own=weights.subarray(start,start+design.codeCounts[attribute]);for(let row=0;row<codes.length;row+=
1)odds[row]+=own[codes[row]]}),design.amounts.forEach((amounts,signal)=>{let weight=weights[places.signalStart+signal];if(weight!==0)for(let row=0;row<
amounts.length;row+=1)odds[row]+=weight*amounts[row]}),odds}function chanceOf(odds){return 1/(1+Math.exp(-odds))}function logOddsOf(chance2){
return Math.log(chance2/(1-chance2))}function curve(design,places,weights){let{rowCount,codes,amounts,labels}=design,odds=logOdds(design,places,
weights),residuals=new Float64Array(rowCount),spreads=odds,logLikelihood=0;for(let row=0;row<rowCount;row+=1){let value=odds[row],size=Math.
exp(-Math.abs(value)),chance2=value>=0?1/(1+size):size/(1+size),label=labels[row];logLikelihood+=(label===1?Math.min(value,0):-Math.max(value,
0))-Math.log1p(size),residuals[row]=label-chance2,spreads[row]=chance2*(1-chance2)}let slope=new Float64Array(places.count),curvature=new Float64Array(
places.count*places.count),at=(row,column)=>row*places.count+column,baseRow=places.base*places.count;for(let row=0;row<rowCount;row+=1)slope[places.
base]+=residuals[row],curvature[baseRow+places.base]+=spreads[row];return codes.forEach((own,attribute)=>{let start=places.attributeStarts[attribute],
size=design.codeCounts[attribute],ownSlope=new Float64Array(size),ownSpread=new Float64Array(size);for(let row=0;row<rowCount;row+=1){let code=own[row];
ownSlope[code]+=residuals[row],ownSpread[code]+=spreads[row]}for(let code=0;code<size;code+=1)slope[start+code]=ownSlope[code],curvature[at(
start+code,start+code)]=ownSpread[code],curvature[baseRow+start+code]=ownSpread[code];for(let other=0;other<attribute;other+=1)addPairs2(curvature,
at(start,places.attributeStarts[other]),places.count,size,design.codeCounts[other],own,codes[other],spreads)}),amounts.forEach((own,signal)=>{
let place=places.signalStart+signal,spreadAmounts=new Float64Array(rowCount);for(let row=0;row<rowCount;row+=1)spreadAmounts[row]=spreads[row]*
own[row],slope[place]+=residuals[row]*own[row],curvature[baseRow+place]+=spreadAmounts[row];codes.forEach((other,attribute)=>{let start=at(place,
places.attributeStarts[attribute]);for(let row=0;row<rowCount;row+=1)curvature[start+other[row]]+=spreadAmounts[row]});for(let other=0;other<=
signal;other+=1){let others=amounts[other],sum=0;for(let row=0;row<rowCount;row+=1)sum+=spreadAmounts[row]*others[row];curvature[at(place,places.
signalStart+other)]=sum}}),{logLikelihood,slope,curvature}}function addPairs2(curvature,start,stride,rows,columns,own,other,spreads){let block=new Float64Array(
rows*columns);for(let row=0;row<own.length;row+=1)block[own[row]*columns+other[row]]+=spreads[row];for(let row=0;row<rows;row+=1)for(let column=0;column<
columns;column+=1)curvature[start+row*stride+column]=block[row*columns+column]}var pointsPerLogOdds=20/Math.LN2,mostPoints=1e3,mostVarianceHundredths=1e6;function asPoints(logOdds2){return Math.max(-mostPoints,Math.min(
mostPoints,Math.round(logOdds2*pointsPerLogOdds)))+0}var uncalibrated={method:"none",version:1,outcomes:0,knots:[{points:0,logOdds:0}]};function calibratedLogOdds({knots},points){let first=knots[0],
last=knots.at(-1);if(points<=first.points)return first.logOdds+(points-first.points)/pointsPerLogOdds;if(points>=last.points)return last.logOdds+
(points-last.points)/pointsPerLogOdds;let place=knots.findIndex(knot=>knot.points>=points),above=knots[place],below=knots[place-1],share=(points-
below.points)/(above.points-below.points);return below.logOdds+share*(above.logOdds-below.logOdds)}function chancesOf(calibration,points){let known=new Map;
return Float64Array.from(points,amount=>{let chance2=known.get(amount);return chance2===void 0&&(chance2=chanceOf(calibratedLogOdds(calibration,
amount)),known.set(amount,chance2)),chance2})}function fitLine(values,labels,isSlopeFree,holding=1,shiftHolding2=0){let wins=labels.reduce((sum,label)=>sum+label,0),ofWon=(wins+1)/(wins+
2),ofOther=1/(labels.length-wins+2),line2={shift:0,slope:1};for(let step=0;step<50;step+=1){let slopeShift=0,slopeSlope=0,shiftShift=1e-9,shiftSlope=0,
curveSlope=1e-9;for(let place=0;place<labels.length;place+=1){let value=values[place],chance2=1/(1+Math.exp(-(line2.shift+line2.slope*value))),
away=(labels[place]===1?ofWon:ofOther)-chance2,spread=chance2*(1-chance2);slopeShift+=away,slopeSlope+=away*value,shiftShift+=spread,shiftSlope+=
spread*value,curveSlope+=spread*value*value}slopeShift-=shiftHolding2*line2.shift,shiftShift+=shiftHolding2,slopeSlope-=holding*(line2.slope-
1),curveSlope+=holding;let determinant=shiftShift*curveSlope-shiftSlope*shiftSlope,move=isSlopeFree?{shift:(slopeShift*curveSlope-slopeSlope*
shiftSlope)/determinant,slope:(slopeSlope*shiftShift-slopeShift*shiftSlope)/determinant}:{shift:slopeShift/shiftShift,slope:0},size=Math.max(
1,Math.abs(move.shift)/2,Math.abs(move.slope)/2);if(line2={shift:line2.shift+move.shift/size,slope:Math.max(.05,line2.slope+move.slope/size)},
Math.abs(move.shift)+Math.abs(move.slope)<1e-9)break}return line2}function poolViolators(points,labels,leastRows){let order=Uint32Array.from({length:labels.length},(_,place)=>place);order.sort((one,other)=>points[one]-
points[other]||one-other);let blocks=[];for(let place=0;place<order.length;){let block={count:0,wins:0,sum:0};for(;place<order.length&&(block.
count<leastRows||points[order[place]]===points[order[place-1]]);)block.count+=1,block.wins+=labels[order[place]],block.sum+=points[order[place]],
place+=1;blocks.push(block),mergeDown(blocks)}let last=blocks.at(-1);return last!==void 0&&last.count<leastRows&&blocks.length>1&&(blocks.pop(),
mergeInto(blocks.at(-1),last),mergeDown(blocks)),blocks}function mergeDown(blocks){for(;blocks.length>1;){let last=blocks.at(-1),before=blocks.
at(-2);if(last.wins*before.count>before.wins*last.count)return;blocks.pop(),mergeInto(before,last)}}function mergeInto(block,other){block.count+=
other.count,block.wins+=other.wins,block.sum+=other.sum}var leastWinsForSlope=100,leastWinsForCurve=1e3,leastRowsOfBlock=100,linePoints=[-400,400];function calibrate(points,labels,version){let wins=labels.
reduce((sum,label)=>sum+label,0),enough2=Math.min(wins,labels.length-wins);return enough2===0?{...uncalibrated,version}:enough2<leastWinsForCurve?
alongLine(points,labels,version,enough2>=leastWinsForSlope?"platt":"intercept"):alongCurve(points,labels,version)}function alongLine(points,labels,version,method){
let values=Float64Array.from(points,amount=>amount/pointsPerLogOdds),line2=fitLine(values,labels,method==="platt");return{method,version,outcomes:labels.
length,knots:linePoints.map(amount=>({points:amount,logOdds:line2.shift+line2.slope*amount/pointsPerLogOdds}))}}function alongCurve(points,labels,version){
let knots=poolViolators(points,labels,leastRowsOfBlock).map(block=>({points:block.sum/block.count,logOdds:logOddsOf((block.wins+.5)/(block.count+
1))}));return{method:"isotonic",version,outcomes:labels.length,knots}}function addPoints(card,table,rows,signalPoints){let encoded=encodeLeads(table,rows,card.attributes.map(({bins})=>bins));return addCodePoints(
card,encoded.codes,rows.length,signalPoints)}function addCodePoints(card,codes,rowCount,signalPoints){let sums=signalPoints===null?new Int32Array(
rowCount):Int32Array.from(signalPoints);for(let row=0;row<rowCount;row+=1)sums[row]+=card.basePoints;return card.attributes.forEach(({points},attribute)=>{
let own=codes[attribute];for(let row=0;row<rowCount;row+=1)sums[row]+=points[own[row]]}),sums}function takeCounted({landmarkDays,decayTable,bySignal},arrivedAt,rows,moments,signal,halfLifeDays,wantedTable){let counted=bySignal[signal],
counts=counted?.byHalfLife.get(halfLifeDays);if(counted===void 0||counts===void 0)throw new Error(`Activities of signal ${signal} were not c\
ounted with a half-life of ${halfLifeDays} days.`);if(wantedTable.length!==decayTable.length||wantedTable.some((share,step)=>share!==decayTable[step]))
throw new Error("Activities were counted with another decay table.");let byRow=new Int32Array(arrivedAt.length);return counted.rows.forEach(
(row,place)=>{byRow[row]=counts[place]}),rows.map((row,place)=>{let moment=arrivedAt[row]+landmarkDays*864e5;if(moments[place]!==moment&&!Number.
isNaN(moment))throw new Error(`Activities were counted ${landmarkDays} days after arrival, not when they are asked for.`);return byRow[row]})}var dayMillis3=864e5,stepsPerHalfLife=16,mostOccurrences=100,mostCounted=2e9;function countFaded(table,rows,moments,signal,halfLifeDays,decayTable){
if(table.faded!==void 0)return takeCounted(table.faded,table.arrivedAt,rows,moments,signal,halfLifeDays,decayTable);let placeOf=new Int32Array(
table.rowCount).fill(-1);rows.forEach((row,place)=>{placeOf[row]=place});let counts=new Int32Array(rows.length),log=table.activities,stepMillis=Math.
trunc(halfLifeDays*dayMillis3/stepsPerHalfLife);for(let deed=0;deed<log.rows.length;deed+=1){if(log.signals[deed]!==signal)continue;let place=placeOf[log.
rows[deed]];if(place<0)continue;let age=moments[place]-log.occurredAt[deed],step=Math.trunc(age/stepMillis);if(age>=0&&step<decayTable.length){
let worth=Math.min(mostOccurrences,Math.max(0,log.occurrences[deed]))*decayTable[step];counts[place]=Math.min(mostCounted,counts[place]+worth)}}
return counts}function addSignalPoints(sums,counts,points,capPoints){for(let place=0;place<counts.length;place+=1){let thousandths=Math.max(
-capPoints*1e3,Math.min(capPoints*1e3,points*counts[place]));sums[place]+=Math.trunc(thousandths/1e3)}}var halfLives=[3,7,14,30,60,90,180],capShares=[.5,.75,.9,1],leastLeads2=20;function chooseSignalForm(table,rows,moments,labels,signal,decayTable){
let place=table.activities.signalKeys.indexOf(signal.signalKey);if(place<0)return null;let best=null;for(let halfLifeDays of halfLives){let counts=countFaded(
table,rows,moments,place,halfLifeDays,decayTable),seen=counts.filter(count=>count>0).sort();if(!(seen.length<leastLeads2))for(let share of capShares){
let cap=Math.max(.5,seen[Math.ceil(share*seen.length)-1]/1e3),amounts=measureSignal(counts,cap),gain=scoreGain(amounts,labels);(best===null||
gain>best.gain*1.02)&&(best={form:{signalKey:signal.signalKey,label:signal.label,halfLifeDays,cap},counts,amounts,gain})}}return best}function measureSignal(counts,cap){
return Float64Array.from(counts,count=>Math.min(cap,count/1e3))}function scoreGain(amounts,labels){let share=labels.reduce((sum,label)=>sum+
label,0)/labels.length,mean=amounts.reduce((sum,amount)=>sum+amount,0)/amounts.length,slope=0,spread=0;for(let place=0;place<amounts.length;place+=
1)slope+=(amounts[place]-mean)*(labels[place]-share),spread+=(amounts[place]-mean)**2;return spread===0?0:slope*slope/(spread*share*(1-share))}function holdingFor(wonCount){return Math.min(40,Math.max(1,5e3/Math.max(1,wonCount)))}function holdAll(design,strength){return[...design.codeCounts,
...design.amounts].map(()=>strength)}function placeWeights(design){let attributeStarts=[],count=0;for(let codeCount of design.codeCounts)attributeStarts.push(count),count+=codeCount;
return{attributeStarts,signalStart:count,base:count+design.amounts.length,count:count+design.amounts.length+1}}function takeRows(design,places){
return{rowCount:places.length,codes:design.codes.map(codes=>takeFrom(codes,new Uint8Array(places.length),places)),codeCounts:design.codeCounts,
isOrdered:design.isOrdered,amounts:design.amounts.map(amounts=>takeFrom(amounts,new Float64Array(places.length),places)),labels:takeFrom(design.
labels,new Uint8Array(places.length),places)}}function takeFrom(from,to,places){for(let place=0;place<places.length;place+=1)to[place]=from[places[place]];
return to}var scaleHolding=25;function expertPrior(card,table,rows,attributes,design,signals){let places=placeWeights(design),prior=new Float64Array(places.
count),sums=new Float64Array(rows.length),isAny=!1;if(attributes.forEach((bins,attribute)=>{let expert=card.attributes.find(({fieldKey})=>fieldKey===
bins.fieldKey),column=columnOf(table,bins.fieldKey);if(expert!==void 0&&column!==void 0){isAny=!0;let points=expertPoints(expert,column,rows);
points.forEach((amount,place)=>{sums[place]+=amount});let start=places.attributeStarts[attribute];prior.set(meanByCode(points,design.codes[attribute],
design.codeCounts[attribute],expert),start)}}),signals.forEach((signal,place)=>{prior[places.signalStart+place]=signal.points,design.amounts[place].
forEach((amount,row)=>{sums[row]+=signal.points*amount})}),!isAny&&signals.length===0)return null;let mean=sums.reduce((sum,amount)=>sum+amount,
0)/Math.max(1,sums.length),line2=fitLine(sums.map(amount=>(amount-mean)/pointsPerLogOdds),design.labels,!0,scaleHolding);return{weights:prior.
map(amount=>amount*line2.slope/pointsPerLogOdds),scale:line2.slope}}function expertPoints(attribute,column,rows){if(column.kind==="number")return Float64Array.
from(rows,row=>pointsOfNumber(attribute,column.values[row]));let pointsByText=new Map;for(let bin of attribute.bins)for(let text of bin.texts)
pointsByText.has(fold(text))||pointsByText.set(fold(text),bin.points);let pointsByCode=column.texts.map(text=>pointsByText.get(fold(text))??
attribute.otherPoints);return Float64Array.from(rows,row=>{let code=column.codes[row];return code<0?attribute.missingPoints:pointsByCode[code]})}
function pointsOfNumber(attribute,value){return Number.isNaN(value)?attribute.missingPoints:attribute.bins.find(({low,high})=>(low===null||value>=
low)&&(high===null||value<=high))?.points??attribute.otherPoints}function meanByCode(points,codes,codeCount,attribute){let sums=new Float64Array(
codeCount),counts=new Float64Array(codeCount);return points.forEach((amount,place)=>{sums[codes[place]]+=amount,counts[codes[place]]+=1}),sums.
map((sum,code)=>counts[code]>0?sum/counts[code]:code===0?attribute.missingPoints:code===1||code>=2?attribute.otherPoints:0)}function factor(matrix,size){for(let row=0;row<size;row+=1){let start=row*size;for(let column=0;column<=row;column+=1){let other=column*size,
sum=matrix[start+column];for(let inner=0;inner<column;inner+=1)sum-=matrix[start+inner]*matrix[other+inner];if(column<row)matrix[start+column]=
sum/matrix[other+column];else if(sum>0)matrix[start+column]=Math.sqrt(sum);else return!1}}return!0}function solveFactored(triangle,size,right){
let solution=Float64Array.from(right);for(let row=0;row<size;row+=1){let sum=solution[row];for(let inner=0;inner<row;inner+=1)sum-=triangle[row*
size+inner]*solution[inner];solution[row]=sum/triangle[row*size+row]}for(let row=size-1;row>=0;row-=1){let sum=solution[row];for(let inner=row+
1;inner<size;inner+=1)sum-=triangle[inner*size+row]*solution[inner];solution[row]=sum/triangle[row*size+row]}return solution}function invertFactored(triangle,size){
let inverse=new Float64Array(size*size),upright=transpose(triangle,size),solution=new Float64Array(size);for(let column=0;column<size;column+=
1){solution.fill(0),solution[column]=1;for(let row=column;row<size;row+=1){let sum=solution[row];for(let inner=column;inner<row;inner+=1)sum-=
triangle[row*size+inner]*solution[inner];solution[row]=sum/triangle[row*size+row]}for(let row=size-1;row>=0;row-=1){let sum=solution[row];for(let inner=row+
1;inner<size;inner+=1)sum-=upright[row*size+inner]*solution[inner];solution[row]=sum/upright[row*size+row]}inverse.set(solution,column*size)}
return inverse}function transpose(matrix,size){let upright=new Float64Array(size*size);for(let row=0;row<size;row+=1)for(let column=0;column<
size;column+=1)upright[column*size+row]=matrix[row*size+column];return upright}function untied(places){return{parameterOf:Int32Array.from({length:places.count},(_,place)=>place),count:places.count}}function tie(ties,one,other){
let kept=Math.min(ties.parameterOf[one],ties.parameterOf[other]),gone=Math.max(ties.parameterOf[one],ties.parameterOf[other]);return kept===
gone?ties:{parameterOf:ties.parameterOf.map(parameter=>parameter===gone?kept:parameter>gone?parameter-1:parameter),count:ties.count-1}}function sumByParameter(ties,byWeight){
let sums=new Float64Array(ties.count);return byWeight.forEach((amount,place)=>{sums[ties.parameterOf[place]]+=amount}),sums}function sumSquareByParameter(ties,byWeight,weightCount){
if(ties.count===weightCount)return byWeight;let sums=new Float64Array(ties.count*ties.count);for(let row=0;row<weightCount;row+=1){let parameterRow=ties.
parameterOf[row];for(let column=0;column<=row;column+=1){let amount=byWeight[row*weightCount+column];if(amount!==0){let parameterColumn=ties.
parameterOf[column],high=Math.max(parameterRow,parameterColumn),low=Math.min(parameterRow,parameterColumn);sums[high*ties.count+low]+=high===
low&&row!==column?2*amount:amount}}}return sums}var mostSteps=40,enough=1e-7,mostHalvings=20;function fitAdditive(design,settings){let{ties,summit}=climbInOrder(design,settings),{places,weights,
triangle,logLikelihood,steps}=summit,covariance=samplingCovariance(triangle,ties,settings.holding,design);return{places,weights,covariance:spreadOut(
covariance,ties,places.count),logLikelihood,steps}}function fitWeights(design,settings){return climbInOrder(design,settings).summit.weights}
function climbInOrder(design,settings){let places=placeWeights(design),ties=untied(places),start=settings.start??firstGuess(design,places,settings);
for(;;){let summit=climb(design,places,ties,settings,start),next=tieViolators(design,places,ties,settings.directions,summit.weights);if(next===
ties)return{ties,summit};ties=next,start=averageTied(summit.weights,ties)}}function firstGuess(design,places,settings){let weights=Float64Array.
from(settings.prior??new Float64Array(places.count)),wins=.5;for(let label of design.labels)wins+=label;return weights[places.base]=Math.log(
wins/(design.rowCount+1-wins)),weights}function climb(design,places,ties,settings,start){let weights=start,here=penalised(design,places,settings,
weights);for(let step=0;;step+=1){let slope=sumByParameter(ties,here.slope),matrix=sumSquareByParameter(ties,here.curvature,places.count);for(let parameter=0;parameter<
ties.count;parameter+=1)matrix[parameter*ties.count+parameter]+=1e-9*(1+matrix[parameter*ties.count+parameter]);if(!factor(matrix,ties.count))
throw new Error("The curvature of a held likelihood is always positive.");let move=solveFactored(matrix,ties.count,slope);if(!(move.reduce((sum,amount,parameter)=>sum+
amount*slope[parameter],0)/2<enough*(1+Math.abs(here.logLikelihood))*.01||step===mostSteps)){let next=takeStep(design,places,settings,ties,weights,
move,here.logLikelihood);if(next!==null){weights=next.weights,here=next.curvature;continue}}return{places,weights,triangle:matrix,logLikelihood:here.
logLikelihood,steps:step}}}function takeStep(design,places,settings,ties,weights,move,least){for(let halving=0,share=1;halving<mostHalvings;halving+=
1,share/=2){let next=weights.map((weight,place)=>weight+share*move[ties.parameterOf[place]]),curvature=penalised(design,places,settings,next);
if(curvature.logLikelihood>=least)return{weights:next,curvature}}return null}function penalised(design,places,settings,weights){let curvature=curve(
design,places,weights),place=0;return settings.holding.forEach((holding,group)=>{let end=place+(design.codeCounts[group]??1);for(;place<end;place+=
1){let away=weights[place]-(settings.prior?.[place]??0);curvature.logLikelihood-=holding*away*away/2,curvature.slope[place]-=holding*away,curvature.
curvature[place*places.count+place]+=holding}}),settings.smoothing>0&&design.isOrdered.forEach((isOrdered,attribute)=>{let first=places.attributeStarts[attribute]+
2,end=places.attributeStarts[attribute]+design.codeCounts[attribute];for(let place2=first;isOrdered&&place2+1<end;place2+=1)holdTogether(curvature,
places,settings,weights,place2)}),curvature}function holdTogether(curvature,places,{smoothing,prior},weights,place){let believed=prior===null?
0:prior[place+1]-prior[place],apart=weights[place+1]-weights[place]-believed,size=places.count;curvature.logLikelihood-=smoothing*apart*apart/
2,curvature.slope[place]+=smoothing*apart,curvature.slope[place+1]-=smoothing*apart,curvature.curvature[place*size+place]+=smoothing,curvature.
curvature[(place+1)*size+place+1]+=smoothing,curvature.curvature[(place+1)*size+place]-=smoothing}function tieViolators(design,places,ties,directions,weights){
let next=ties;return directions.forEach((direction,attribute)=>{if(direction==="any"||!design.isOrdered[attribute])return;let sign=direction===
"up"?1:-1,end=places.attributeStarts[attribute]+design.codeCounts[attribute];for(let place=places.attributeStarts[attribute]+2;place+1<end;place+=
1)!(ties.parameterOf[place]===ties.parameterOf[place+1])&&sign*(weights[place+1]-weights[place])<0&&(next=tie(next,place,place+1))}),next}function samplingCovariance(triangle,ties,holding,design){
let size=ties.count,inverse=invertFactored(triangle,size),held=sumByParameter(ties,holdingByWeight(design,holding)),covariance=Float64Array.
from(inverse);for(let row=0;row<size;row+=1)for(let middle=0;middle<size;middle+=1){let share=inverse[row*size+middle]*held[middle];if(share!==
0)for(let column=0;column<size;column+=1)covariance[row*size+column]-=share*inverse[middle*size+column]}return covariance}function holdingByWeight({
codeCounts,amounts},holding){let sizes=[...codeCounts,...amounts.map(()=>1)];return Float64Array.from([...sizes.flatMap((size,group)=>Array.
from({length:size},()=>holding[group])),0])}function averageTied(weights,ties){let sums=new Float64Array(ties.count),counts=new Float64Array(
ties.count);return weights.forEach((weight,place)=>{sums[ties.parameterOf[place]]+=weight,counts[ties.parameterOf[place]]+=1}),weights.map((_,place)=>sums[ties.
parameterOf[place]]/counts[ties.parameterOf[place]])}function spreadOut(byParameter,ties,weightCount){if(ties.count===weightCount)return byParameter;
let spread=new Float64Array(weightCount*weightCount);for(let row=0;row<weightCount;row+=1)for(let column=0;column<weightCount;column+=1)spread[row*
weightCount+column]=byParameter[ties.parameterOf[row]*ties.count+ties.parameterOf[column]];return spread}var nearCut={from:.67,until:.9};function centerWeights(design,fit){let{places}=fit,covariance=Float64Array.from(fit.covariance),counts=design.
codes.map((codes,attribute)=>countCodesOf(codes,design.codeCounts[attribute])),near=findNear(design,fit),nearCounts=design.codes.map((codes,attribute)=>countCodesOf(
near.map(row=>codes[row]),design.codeCounts[attribute])),base=fit.weights[places.base],attributes=counts.map((count,attribute)=>{let start=places.
attributeStarts[attribute],own=fit.weights.subarray(start,start+count.length),mean=averageBy(count,design.rowCount,code=>own[code]);return base+=
mean,centerCovariance(covariance,places.count,start,nearCounts[attribute],near.length),own.map((weight,code)=>count[code]===0?0:weight-mean)});
return{base,attributes,counts,covariance}}function findNear(design,{places,weights}){let odds=logOdds(design,places,weights),sorted=Float64Array.
from(odds).sort(),low=sorted[Math.floor(nearCut.from*(sorted.length-1))],high=sorted[Math.floor(nearCut.until*(sorted.length-1))],near=new Int32Array(
odds.length),count=0;for(let row=0;row<odds.length;row+=1)near[count]=row,count+=odds[row]>=low&&odds[row]<=high?1:0;return near.subarray(0,
count)}function countCodesOf(codes,codeCount){let counts=new Int32Array(codeCount);for(let row=0;row<codes.length;row+=1)counts[codes[row]]+=
1;return counts}function averageBy(counts,all,amountOf){let sum=0;return counts.forEach((count,code)=>{sum+=count*amountOf(code)}),all===0?0:
sum/all}function centerCovariance(covariance,size,start,counts,all){for(let other=0;other<size;other+=1){let mean=averageBy(counts,all,code=>covariance[(start+
code)*size+other]);for(let code=0;code<counts.length;code+=1)covariance[(start+code)*size+other]-=mean}for(let other=0;other<size;other+=1){
let mean=averageBy(counts,all,code=>covariance[other*size+start+code]);for(let code=0;code<counts.length;code+=1)covariance[other*size+start+
code]-=mean}}function shareVariance(design,places,{covariance,attributes}){let size=places.count,sums=attributes.map(({length})=>new Float64Array(length)),
counts=attributes.map(({length})=>new Float64Array(length)),step=Math.max(1,Math.floor(design.rowCount/2e4)),ofSignals=0,seen=0,present=new Int32Array(
attributes.length),signalMeans=design.amounts.map(amounts=>amounts.reduce((sum,amount)=>sum+amount,0)/design.rowCount),away=new Float64Array(
design.amounts.length);for(let row=0;row<design.rowCount;row+=step){seen+=1,attributes.forEach((_,attribute)=>{present[attribute]=places.attributeStarts[attribute]+
design.codes[attribute][row]}),design.amounts.forEach((amounts,signal)=>{away[signal]=amounts[row]-signalMeans[signal]});for(let attribute=0;attribute<
attributes.length;attribute+=1){let line2=present[attribute]*size,sum=0;for(let other of present)sum+=covariance[line2+other];for(let signal=0;signal<
away.length;signal+=1)sum+=away[signal]*covariance[line2+places.signalStart+signal];let code=design.codes[attribute][row];sums[attribute][code]+=
sum,counts[attribute][code]+=1}for(let signal=0;signal<away.length;signal+=1){let line2=(places.signalStart+signal)*size,sum=0;for(let other of present)
sum+=covariance[line2+other];for(let other=0;other<away.length;other+=1)sum+=away[other]*covariance[line2+places.signalStart+other];ofSignals+=
away[signal]*sum}}return{byCode:sums.map((own,attribute)=>own.map((sum,code)=>{let place=places.attributeStarts[attribute]+code,alone=covariance[place*
size+place];return counts[attribute][code]===0?alone:Math.max(0,sum/counts[attribute][code])})),ofSignals:seen===0?0:Math.max(0,ofSignals/seen)}}function roundCard(design,fit,attributes,signals){let centered=centerWeights(design,fit),variance=shareVariance(design,fit.places,centered);
return{basePoints:asPoints(centered.base),attributes:attributes.map((bins,attribute)=>({bins,points:Array.from(centered.attributes[attribute],
asPoints),evidence:[...centered.counts[attribute]],varianceHundredths:Array.from(variance.byCode[attribute],ofCode=>asHundredths(ofCode+(attribute===
0?variance.ofSignals:0)))})),signals:signals.map((signal,place)=>pointsOfSignal(signal,fit.weights[fit.places.signalStart+place]))}}function pointsOfSignal({
signalKey,label,halfLifeDays,cap},weight){let points=asPoints(weight);return{signalKey,label,points,halfLifeDays,capPoints:Math.min(1e3,Math.
round(Math.abs(points)*cap))}}function asHundredths(variance){return Math.min(mostVarianceHundredths,Math.ceil(variance*pointsPerLogOdds*pointsPerLogOdds*
100))}var dayMillis4=864e5,leastShareOfBin2=.003,leastRowsOfBin2=30,rowsOfFirstFit=1e5;function fitCard(table,leads,settings,before=null){let{rows,
labels}=leads,leastRows=Math.max(leastRowsOfBin2,Math.round(rows.length*leastShareOfBin2)),attributes=settings.fields.map(({fieldKey})=>chooseBins(
table,leads,fieldKey,leastRows)),measured=settings.signals.map(signal=>chooseSignalForm(table,rows,momentsOf(table,rows,settings),labels,signal,
settings.decayTable)).filter(signal=>signal!==null),design={rowCount:rows.length,codes:encodeLeads(table,rows,attributes).codes,codeCounts:attributes.
map(countCodes),isOrdered:attributes.map(({kind})=>kind==="number"),amounts:measured.map(({amounts})=>amounts),labels},holding=holdingFor(labels.
reduce((sum,label)=>sum+label,0)),present=measured.map(({form})=>settings.signals.find(({signalKey})=>signalKey===form.signalKey)),prior=settings.
expertCard===null?null:expertPrior(settings.expertCard,table,rows,attributes,design,present),fitSettings={holding:holdAll(design,holding),smoothing:0,
prior:prior?.weights??null,directions:settings.fields.map(({direction})=>direction)},start=startOf(design,before,thinned=>fitWeights(thinned,
{...fitSettings,start:null})),fit=fitAdditive(design,{...fitSettings,start}),forms=measured.map(({form})=>form);return{card:roundCard(design,
fit,attributes,forms),design,fit,holding,priorScale:prior?.scale??null}}function cardPoints(table,rows,card,settings){let signalPoints=new Int32Array(
rows.length),moments=momentsOf(table,rows,settings);for(let signal of card.signals){let place=table.activities.signalKeys.indexOf(signal.signalKey);
if(place>=0&&signal.points!==0){let counts=countFaded(table,rows,moments,place,signal.halfLifeDays,settings.decayTable);addSignalPoints(signalPoints,
counts,signal.points,signal.capPoints)}}return addPoints(card,table,rows,signalPoints)}function momentsOf(table,rows,{landmarkDays}){return Float64Array.
from(rows,row=>table.arrivedAt[row]+landmarkDays*dayMillis4)}function chooseBins(table,leads,fieldKey,leastRows){let column=columnOf(table,fieldKey);
if(column===void 0)throw new Error(`The history has no field "${fieldKey}".`);return column.kind==="number"?chooseNumberBins(column,leads.rows,
leastRows):chooseTextBins(column,leads.rows,leads.labels,leastRows)}function startOf(design,before,fitThinned){if(before!==null&&before.places.
count===fitPlaceCount(design))return before.weights;let step=Math.floor(design.rowCount/rowsOfFirstFit);if(step<2)return null;let places=Int32Array.
from({length:Math.floor(design.rowCount/step)},(_,place)=>place*step);return fitThinned(takeRows(design,places))}function fitPlaceCount(design){
return design.codeCounts.reduce((sum,count)=>sum+count,0)+design.amounts.length+1}var highShare=.2,tableSteps=41;function normalShare(errors){let size=Math.abs(errors)/Math.SQRT2,part=1/(1+.3275911*size),tail=part*(.254829592+
part*(-.284496736+part*(1.421413741+part*(-1.453152027+part*1.061405429))))*Math.exp(-size*size);return errors>=0?1-tail/2:tail/2}function agreementTable(){
return Array.from({length:tableSteps},(_,step)=>Math.round(100*normalShare(step/10)))}function stepsFromCut(points,variances,cut){return points.
map((own,place)=>{let spread=Math.trunc(Math.sqrt(variances[place]*2)),distance2=Math.abs(own-cut)*100;return spread===0?tableSteps-1:Math.min(
tableSteps-1,Math.trunc(distance2/spread))})}function errorsFromCut(points,variances,cut){return Float64Array.from(points,(own,place)=>Math.
abs(own-cut)/Math.sqrt(Math.max(1,variances[place])))}function addVariances(card,table,rows){let{codes}=encodeLeads(table,rows,card.attributes.
map(({bins})=>bins)),asPoints2={basePoints:0,signals:[],attributes:card.attributes.map(attribute=>{let largest=attribute.varianceHundredths.
slice(2).reduce((most,amount)=>Math.max(most,amount),0);return{...attribute,points:attribute.varianceHundredths.map((amount,code)=>code<2?largest:
amount)}})};return addCodePoints(asPoints2,codes,rows.length,null)}function cutOf(points,share){let sorted=Int32Array.from(points).sort();return sorted[Math.
min(sorted.length-1,Math.floor(sorted.length*(1-share)))]}function tryAgreement(table,halves,asked,settings){let[one,other]=halves.map(half=>{
let{card}=fitCard(table,half,settings),points=cardPoints(table,asked,card,settings),cut=cutOf(points,highShare);return{points,cut,card}});return{
steps:stepsFromCut(one.points,addVariances(one.card,table,asked),one.cut),isSame:Uint8Array.from(asked,(_,place)=>one.points[place]>=one.cut==
other.points[place]>=other.cut?1:0)}}function drawFolds(labels,folds,seed){let draw=chance(seed),order=Int32Array.from(labels,(_,place)=>place);for(let place=order.length-1;place>
0;place-=1){let other=Math.floor(draw()*(place+1)),held=order[place];order[place]=order[other],order[other]=held}let fold2=new Uint8Array(labels.
length),dealt=[0,0];for(let place of order){let label=labels[place];fold2[place]=dealt[label]%folds,dealt[label]+=1}return fold2}function chance(seed){
let state=seed*2654435761+1>>>0||1,next=()=>(state^=state<<13,state>>>=0,state^=state>>>17,state^=state<<5,state>>>=0,state/4294967296);for(let warm=0;warm<
16;warm+=1)next();return next}function areaUnderCurve(scores,labels){let order=Uint32Array.from({length:labels.length},(_,place)=>place);order.sort((one,other)=>scores[one]-
scores[other]);let wins=0,rankSum=0;for(let place=0;place<order.length;){let score=scores[order[place]],end=place,winsHere=0;for(;end<order.
length&&scores[order[end]]===score;end+=1)winsHere+=labels[order[end]];rankSum+=winsHere*((place+1+end)/2),wins+=winsHere,place=end}let others=labels.
length-wins;return wins===0||others===0?Number.NaN:(rankSum-wins*(wins+1)/2)/(wins*others)}var leastChance=1e-12;function logLoss(chances,labels){
let sum=0;for(let place=0;place<labels.length;place+=1){let chance2=Math.min(1-leastChance,Math.max(leastChance,chances[place]));sum-=Math.log(
labels[place]===1?chance2:1-chance2)}return sum/labels.length}function brierScore(chances,labels){let sum=0;for(let place=0;place<labels.length;place+=
1)sum+=(chances[place]-labels[place])**2;return sum/labels.length}function shareTies(order,scores,labels){let shares=new Float64Array(order.
length);for(let from=0;from<order.length;){let until=from,wins=0;for(;until<order.length&&scores[order[until]]===scores[order[from]];until+=
1)wins+=labels[order[until]];shares.fill(wins/(until-from),from,until),from=until}return shares}function calibrationGroups(chances,labels,groupCount=10){
let order=Uint32Array.from({length:labels.length},(_,place)=>place);order.sort((one,other)=>chances[one]-chances[other]||one-other);let shares=shareTies(
order,chances,labels),groups=[];for(let group=0;group<groupCount;group+=1){let from=Math.floor(order.length*group/groupCount),until=Math.floor(
order.length*(group+1)/groupCount),said=0,happened=0;for(let place=from;place<until;place+=1)said+=chances[order[place]],happened+=shares[place];
until>from&&groups.push({count:until-from,said:said/(until-from),happened:happened/(until-from)})}return groups}function calibrationError(chances,labels){
return calibrationGroups(chances,labels).reduce((sum,{count,said,happened})=>sum+count*Math.abs(said-happened),0)/labels.length}function measure(scores,chances,labels){
let wonCount=labels.reduce((sum,label)=>sum+label,0),share=wonCount/labels.length;return{count:labels.length,wonCount,areaUnderCurve:areaUnderCurve(
scores,labels),logLoss:logLoss(chances,labels),baseLogLoss:logLoss(new Float64Array(labels.length).fill(share),labels),brierScore:brierScore(
chances,labels),calibrationError:calibrationError(chances,labels)}}var foldCount=5;async function crossValidate(table,leads,settings,seed,onFold=()=>Promise.resolve()){let folds=drawFolds(leads.labels,foldCount,
seed),points=new Int32Array(leads.rows.length),areas=[],losses=[];for(let fold2=0;fold2<foldCount;fold2+=1){let inside=takeLeads(leads,place=>folds[place]!==
fold2),outside=takeLeads(leads,place=>folds[place]===fold2),{card,design,fit}=fitCard(table,inside,settings),own=cardPoints(table,outside.rows,
card,settings);if(areas.push(areaUnderCurve(own,outside.labels)),card.signals.length===0){let{codes}=encodeLeads(table,outside.rows,card.attributes.
map(({bins})=>bins)),exact=logOdds({...design,rowCount:outside.rows.length,codes},fit.places,fit.weights);losses.push(areaUnderCurve(exact,outside.
labels)-areas.at(-1))}let next=0;folds.forEach((other,place)=>{other===fold2&&(points[place]=own[next],next+=1)}),await onFold(fold2+1,foldCount)}
let chances=new Float64Array(points.length);for(let fold2=0;fold2<foldCount;fold2+=1){let inside=Int32Array.from(folds.keys()).filter(place=>folds[place]!==
fold2),calibration=calibrate(inside.map(place=>points[place]),Uint8Array.from(inside,place=>leads.labels[place]),1),all=chancesOf(calibration,
points);folds.forEach((other,place)=>{chances[place]=other===fold2?all[place]:chances[place]})}return{points,measures:measure(points,chances,
leads.labels),areaUnderCurve:average(areas),roundingLoss:losses.length===0?0:average(losses)}}function takeLeads({rows,labels},isTaken){let places=Int32Array.
from(rows.keys()).filter(isTaken);return{rows:places.map(place=>rows[place]),labels:Uint8Array.from(places,place=>labels[place])}}function average(amounts){
return amounts.reduce((sum,amount)=>sum+amount,0)/amounts.length}var bucketStarts=[0,60,70,80,90,97],trials=2;function checkConfidence(table,leads,settings,seed){let agreement=agreementTable(),buckets=bucketStarts.
map(from=>({from,count:0,said:0,was:0}));for(let trial=0;trial<trials;trial+=1){let folds=drawFolds(leads.labels,2,seed+trial),one=takeLeads(
leads,place=>folds[place]===0),other=takeLeads(leads,place=>folds[place]===1),{steps,isSame}=tryAgreement(table,[one,other],leads.rows,settings);
steps.forEach((step,place)=>{let confidence=agreement[step],bucket=buckets.findLast(({from})=>confidence>=from);bucket.count+=1,bucket.said+=
confidence/100,bucket.was+=isSame[place]})}return buckets.filter(({count})=>count>0).map(({from,count,said,was})=>({from,count,said:said/count,
was:was/count}))}var coverages=[1,.9,.8,.7,.6,.5,.4,.3];function riskByCoverage(confidence,isHigh,labels){let order=Uint32Array.from({length:labels.length},(_,place)=>place);
return order.sort((one,other)=>confidence[other]-confidence[one]||one-other),coverages.map(coverage=>{let covered=order.subarray(0,Math.round(
order.length*coverage)),wrong=covered.reduce((count,place)=>count+(isHigh[place]===labels[place]?0:1),0);return{coverage,risk:covered.length===
0?0:wrong/covered.length}})}var topShare=.2,bottomShare=.4;function liftByTier(scores,labels){let order=Uint32Array.from({length:labels.length},(_,place)=>place);order.
sort((one,other)=>scores[other]-scores[one]||one-other);let shares=shareTies(order,scores,labels),topEnd=Math.round(order.length*topShare),bottomStart=Math.
round(order.length*(1-bottomShare)),tier=(name,from,until)=>{let wonCount=0;for(let place=from;place<until;place+=1)wonCount+=shares[place];
wonCount=Math.round(wonCount);let count=until-from;return{name,count,wonCount,wonShare:count===0?0:wonCount/count,...interval(wonCount,count)}};
return[tier("top",0,topEnd),tier("middle",topEnd,bottomStart),tier("bottom",bottomStart,order.length)]}function isTopClearlyAhead(tiers){return tiers[0].
low>tiers[1].high}var normal95=1.959964;function interval(wonCount,count){if(count===0)return{low:0,high:1};let share=wonCount/count,square=normal95*
normal95,middle=(share+square/(2*count))/(1+square/count),half=normal95*Math.sqrt(share*(1-share)/count+square/(4*count*count))/(1+square/count);
return{low:Math.max(0,middle-half),high:Math.min(1,middle+half)}}var leastOutcomes=50,slopeHolding=25,shiftHolding=5;function recalibrate(before,points,labels){if(labels.length<leastOutcomes)return before;
let values=Float64Array.from(points,amount=>calibratedLogOdds(before,amount)),line2=fitLine(values,labels,!0,slopeHolding,shiftHolding);return{
method:before.method,version:before.version+1,outcomes:labels.length,knots:before.knots.map(knot=>({points:knot.points,logOdds:line2.shift+line2.
slope*knot.logOdds}))}}var dayMillis5=864e5,renewedAfter=250,renewedOn=500;function rollCalibration(table,later,points,answerDays,first){let chances=new Float64Array(
points.length),calibration=first,known=0;for(let from=0;from<points.length;from+=renewedAfter){let until=Math.min(points.length,from+renewedAfter),
now=table.arrivedAt[later.rows[from]];for(;known<from&&table.arrivedAt[later.rows[known]]+answerDays*dayMillis5<=now;)known+=1;let oldest=Math.
max(0,known-renewedOn),renewed=recalibrate(first,points.subarray(oldest,known),later.labels.subarray(oldest,known));calibration=renewed===first?
first:{...renewed,version:calibration.version+1},chances.set(chancesOf(calibration,points.subarray(from,until)),from)}return{chances,versions:calibration.
version}}var dayMillis6=864e5,earlierShare=.7;function splitByTime(table,leads,answerDays,share=earlierShare){let cutAt=table.arrivedAt[leads.rows[Math.
floor(leads.rows.length*share)]??0],arrivedAt=place=>table.arrivedAt[leads.rows[place]],earlier=takeLeads(leads,place=>arrivedAt(place)<cutAt&&
arrivedAt(place)+answerDays*dayMillis6<=cutAt),later=takeLeads(leads,place=>arrivedAt(place)>=cutAt);return{cutAt,earlier,later,purgedCount:leads.
rows.length-earlier.rows.length-later.rows.length}}var leastOfKind3=10;async function evaluateCard(table,leads,settings){let crossValidation=await crossValidate(table,leads,settings.card,settings.
seed,(done,all)=>settings.onStep("cross-validation",done,all));await settings.onStep("time split",0,1);let timeSplit=await evaluateByTime(table,
leads,settings);await settings.onStep("confidence",0,1);let confidence=checkConfidence(table,leads,settings.card,settings.seed);return{crossValidation,
evaluation:{crossValidation:{...crossValidation.measures,meanAreaUnderCurve:crossValidation.areaUnderCurve,roundingLoss:crossValidation.roundingLoss},
timeSplit,confidence}}}async function evaluateByTime(table,leads,settings){let{cutAt,earlier,later,purgedCount}=splitByTime(table,leads,settings.
answerDays),hasBoth2=labels=>{let wins=labels.reduce((sum,label)=>sum+label,0);return wins>=leastOfKind3&&labels.length-wins>=leastOfKind3};
if(!hasBoth2(earlier.labels)||!hasBoth2(later.labels))return null;let{card}=fitCard(table,earlier,settings.card),points=cardPoints(table,later.
rows,card,settings.card),{points:unseen}=await crossValidate(table,earlier,settings.card,settings.seed,(done,all)=>settings.onStep("time spl\
it",done,all)),calibration=calibrate(unseen,earlier.labels,1),frozen=chancesOf(calibration,points),rolled=rollCalibration(table,later,points,
settings.answerDays,calibration),rolledPoints=Int32Array.from(rolled.chances,chance2=>Math.round(logOddsOf(chance2)*pointsPerLogOdds)),cut=cutOf(
rolledPoints,highShare),tiers=liftByTier(points,later.labels);return{cutAt,earlierCount:earlier.rows.length,purgedCount,frozen:measure(points,
frozen,later.labels),rolling:{...measure(rolled.chances,rolled.chances,later.labels),versions:rolled.versions},groups:calibrationGroups(rolled.
chances,later.labels),tiers,isTopClearlyAhead:isTopClearlyAhead(tiers),riskByCoverage:riskByCoverage(errorsFromCut(rolledPoints,addVariances(
card,table,later.rows),cut),Uint8Array.from(rolledPoints,own=>own>=cut?1:0),later.labels),present:presentOf(settings.presentScoresOf(later.rows),
later.labels,settings.hasPresentSeenLater),native:nativeOf(table,later,points)}}function presentOf(scores,labels,mayHaveSeen){return scores.
every(score=>score===scores[0])?null:{areaUnderCurve:areaUnderCurve(scores,labels),tiers:liftByTier(scores,labels),mayHaveSeen}}function nativeOf(table,later,points){
let scores=table.nativeScores;if(scores===null)return null;let places=Int32Array.from(later.rows.keys()).filter(place=>!Number.isNaN(scores[later.
rows[place]])),labels=Uint8Array.from(places,place=>later.labels[place]),area=areaUnderCurve(Float64Array.from(places,place=>scores[later.rows[place]]),
labels),own=areaUnderCurve(Int32Array.from(places,place=>points[place]),labels);return Number.isNaN(area)?null:{count:places.length,areaUnderCurve:area,
ownAreaUnderCurve:own}}var dayMillis7=864e5;function presentScores(card,signals,decayTable,landmarkDays,table,rows){let sums=new Int32Array(rows.length).fill(card.
basePoints);for(let attribute of card.attributes){let column=columnOf(table,attribute.fieldKey);column===void 0?sums.forEach((sum,place)=>{sums[place]=
sum+attribute.missingPoints}):expertPoints(attribute,column,rows).forEach((points,place)=>{sums[place]+=points})}if(card.axis==="engagement"){
let moments=Float64Array.from(rows,row=>table.arrivedAt[row]+landmarkDays*dayMillis7);for(let{signalKey,halfLifeDays,points,capPoints}of signals){
let signal=table.activities.signalKeys.indexOf(signalKey);signal>=0&&addSignalPoints(sums,countFaded(table,rows,moments,signal,halfLifeDays,
decayTable),points,capPoints)}}if(card.basis==="expert")return Float64Array.from(sums,points=>Math.max(0,Math.min(100,points)));let last=card.
scoreTable.length-1;return Float64Array.from(sums,points=>card.scoreTable[Math.max(0,Math.min(last,points-card.tableStart))])}var poorArea=.6,largeGap=.05,poorCalibration=.07;function findWeaknesses(evaluation,wonCount,chances){let{crossValidation,timeSplit}=evaluation,
weaknesses=[];if(timeSplit===null)weaknesses.push("The history is too short for a time split, so nothing shows yet how the card does on lead\
s of a later month.");else{let area=timeSplit.frozen.areaUnderCurve;area<poorArea&&weaknesses.push(`On later leads it hardly tells won from \
others (area under the curve ${area.toFixed(2)}; chance alone is 0.50).`),timeSplit.isTopClearlyAhead||weaknesses.push("On later leads the t\
op fifth is not clearly ahead of the middle."),crossValidation.areaUnderCurve-area>largeGap&&weaknesses.push(`It does worse on later leads (${area.
toFixed(2)}) than on leads drawn by chance (${crossValidation.areaUnderCurve.toFixed(2)}): times are changing, and the figure on later leads\
 is the honest one.`),timeSplit.rolling.calibrationError>poorCalibration&&weaknesses.push(`Chances are off by ${Math.round(timeSplit.rolling.
calibrationError*100)} percentage points on average, even when they follow recent answers.`),isNoBetterThanToday({evaluation})&&weaknesses.push(
"The present card orders later leads at least as well.")}return wonCount<300&&weaknesses.push(`Only ${wonCount} wins: many bins rest on a ha\
ndful of leads, and the points lean on what was believed before.`),chances.length>0&&Math.max(...quantiles(chances))-Math.min(...quantiles(chances))<
.005&&weaknesses.push("It gives nearly all leads the same chance."),weaknesses}function quantiles(chances){let sorted=Float64Array.from(chances).
sort();return[sorted[Math.floor(sorted.length*.05)],sorted[Math.floor((sorted.length-1)*.95)]]}var mostEntries=2001;function layScoreTable(calibration,averageLogOdds,averagePoints,leastPoints,mostPoints2){let tableStart=Math.max(leastPoints,
Math.min(averagePoints-(mostEntries-1)/2,mostPoints2-mostEntries+1)),entries=Math.min(mostEntries,mostPoints2-tableStart+1),scoreTable=[];for(let place=0;place<
entries;place+=1){let against=calibratedLogOdds(calibration,tableStart+place)-averageLogOdds;scoreTable.push(Math.max(scoreTable.at(-1)??0,Math.
round(100*chanceOf(against))))}return{tableStart,scoreTable}}function scoreAt({tableStart,scoreTable},points){return scoreTable[Math.max(0,Math.
min(scoreTable.length-1,points-tableStart))]}var leastShare=.05,mostShare=.5;function placeThreshold(scorecard,points,presentScores2,presentHighFrom){let shareNow=presentScores2.reduce(
(count,score)=>count+(score>=presentHighFrom?1:0),0)/presentScores2.length,share=shareNow>=leastShare&&shareNow<=mostShare?shareNow:highShare,
scores=points.map(own=>scoreAt(scorecard,own)).sort(),at=scores[Math.min(scores.length-1,Math.floor(scores.length*(1-share)))],above=scores.
find(score=>score>at)??Math.min(100,at+1),shareFrom=from=>scores.reduce((count,score)=>count+(score>=from?1:0),0)/scores.length,nearest=Math.
abs(shareFrom(above)-share)<Math.abs(shareFrom(at)-share)?above:at;return Math.max(1,Math.min(100,nearest))}function scorecardOf({axis,card,calibration,averageLogOdds,trainedOn}){let{least,most}=reach(card);return{axis,basis:"trained",basePoints:card.
basePoints,attributes:card.attributes.map(attributeOf),...layScoreTable(calibration,averageLogOdds,card.basePoints,least,most),agreementTable:agreementTable(),
isCalibrated:!0,trainedOn}}function attributeOf({bins,points,evidence,varianceHundredths}){let binAt=(code,range)=>({...range,points:points[code],
evidence:evidence[code],varianceHundredths:varianceHundredths[code]});return{attributeKey:bins.fieldKey,label:bins.label.slice(0,1).toUpperCase()+
bins.label.slice(1),fieldKey:bins.fieldKey,bins:bins.kind==="number"?bins.lows.map((low,place)=>binAt(2+place,{low:place===0?null:low,high:place+
1<bins.lows.length?bins.lows[place+1]-1:null,texts:[]})):bins.groups.map((texts,place)=>binAt(2+place,{low:null,high:null,texts})),otherPoints:points[1],
missingPoints:points[0]}}function reach(card){let least=card.basePoints,most=card.basePoints;for(let{points}of card.attributes)least+=Math.min(
...points),most+=Math.max(...points);for(let{points,capPoints}of card.signals)least-=points<0?capPoints:0,most+=points>0?capPoints:0;return{
least,most}}function signalsOf(present,card,priorScale){return present.map(signal=>{let learned=card.signals.find(({signalKey})=>signalKey===
signal.signalKey);return learned===void 0?{...signal,points:Math.round(signal.points*(priorScale??0)),capPoints:Math.min(1e3,Math.round(signal.
capPoints*(priorScale??0)))}:{...signal,points:learned.points,halfLifeDays:learned.halfLifeDays,capPoints:learned.capPoints}})}var leastWins2=300,leastLaterWins=30,mostTexts=20,mostSegments=6,worthwhileArea=.01;function compareSegments(table,leads,settings,answerDays){
let{earlier,later}=splitByTime(table,leads,answerDays),segments=findSegments(table,earlier,settings);if(segments.length===0)return[];let{card:ofAll}=fitCard(
table,earlier,settings);return segments.flatMap(({column,code,wonCount})=>{let isInside=({rows},place)=>column.codes[rows[place]]===code,laterOwn=takeLeads(
later,place=>isInside(later,place));if(countWins(laterOwn)<leastLaterWins||laterOwn.rows.length-countWins(laterOwn)<leastLaterWins)return[];
let{card}=fitCard(table,takeLeads(earlier,place=>isInside(earlier,place)),settings),own=judge(cardPoints(table,laterOwn.rows,card,settings),
laterOwn.labels),all=judge(cardPoints(table,laterOwn.rows,ofAll,settings),laterOwn.labels);return[{fieldKey:column.fieldKey,text:column.texts[code],
earlierWonCount:wonCount,laterCount:laterOwn.rows.length,own,all,isOwnBetter:own.areaUnderCurve>all.areaUnderCurve+worthwhileArea&&own.logLoss<
all.logLoss}]})}function findSegments(table,leads,{fields}){return fields.map(({fieldKey})=>columnOf(table,fieldKey)).filter(column=>column?.
kind==="text"&&column.texts.length<=mostTexts).flatMap(column=>{let counts=column.texts.map(()=>({won:0,all:0}));return leads.rows.forEach((row,place)=>{
let count=counts[column.codes[row]];count!==void 0&&(count.all+=1,count.won+=leads.labels[place])}),counts.flatMap(({won,all},code)=>won>=leastWins2&&
all-won>=leastWins2&&all<leads.rows.length*.9?[{column,code,wonCount:won}]:[])}).sort((one,other)=>other.wonCount-one.wonCount||compareKeys(
one,other)).slice(0,mostSegments)}function compareKeys(one,other){let[first,second]=[one,other].map(({column,code})=>`${column.fieldKey} ${column.
texts[code]}`);return first<second?-1:1}function countWins({labels}){return labels.reduce((sum,label)=>sum+label,0)}function judge(points,labels){
let odds=Float64Array.from(points,own=>own/pointsPerLogOdds),{shift}=fitLine(odds,labels,!1);return{areaUnderCurve:areaUnderCurve(points,labels),
logLoss:logLoss(odds.map(value=>chanceOf(value+shift)),labels)}}var mostAttributes=64,winsWithoutPrior2=300;async function learnAxis(question){let{axis,table,leads,policy,settings}=question,present=policy.
scorecards[axes.indexOf(axis)],wonCount=leads.labels.reduce((sum,label)=>sum+label,0),card={fields:mostTelling(question),signals:axis==="eng\
agement"?policy.signals:[],decayTable:policy.decayTable,landmarkDays:axis==="engagement"?settings.landmarkDays:0,expertCard:wonCount<winsWithoutPrior2&&
present.basis==="expert"?present:null};if(card.fields.length===0)return refusal(axis);let presentScoresOf=rows=>presentScores(present,policy.
signals,policy.decayTable,card.landmarkDays,table,rows),{evaluation,crossValidation}=await evaluateCard(table,leads,{card,answerDays:question.
answerDays,seed:settings.seed,presentScoresOf,hasPresentSeenLater:present.basis==="trained",onStep:question.onStep});await question.onStep("\
segments",0,1);let segments=compareSegments(table,leads,card,question.answerDays);await question.onStep("card",0,1);let fitted=fitCard(table,
leads,card),signals=signalsOf(policy.signals,fitted.card,fitted.priorScale),calibration=calibrate(crossValidation.points,leads.labels,1),share=wonCount/
leads.rows.length,scorecard=scorecardOf({axis,card:fitted.card,calibration,averageLogOdds:logOddsOf(share),trainedOn:leads.rows.length}),points=cardPoints(
table,leads.rows,fitted.card,card),highBefore=axis==="fit"?policy.thresholds.fitHigh:policy.thresholds.engagementHigh;return{kind:"learned",
axis,isPriorDriven:fitted.priorScale!==null,labelled:{count:leads.rows.length,wonCount},card:fitted.card,calibration,evaluation,segments,scorecard,
signals:axis==="engagement"?signals:[],highFrom:placeThreshold(scorecard,points,presentScoresOf(leads.rows),highBefore),weaknesses:findWeaknesses(
evaluation,wonCount,chancesOf(calibration,points))}}function mostTelling(question){let usable=question.settings.fields.filter(({fieldKey,axis})=>axis===
question.axis&&isUsable(question,fieldKey));if(usable.length<=mostAttributes)return usable;let known=usable.map(({fieldKey})=>countKnown2(columnOf(
question.table,fieldKey))),kept=new Set([...usable.keys()].sort((one,other)=>known[other]-known[one]||one-other).slice(0,mostAttributes));return usable.
filter((_,place)=>kept.has(place))}function countKnown2(column){return column.kind==="number"?column.values.reduce((count,value)=>count+(Number.
isNaN(value)?0:1),0):column.codes.reduce((count,code)=>count+(code<0?0:1),0)}function isUsable({table,excluded},fieldKey){return!excluded.has(
fieldKey)&&columnOf(table,fieldKey)!==void 0}function refusal(axis){return{kind:"refused",axis,code:"LRN050",reason:`no field that may teach\
 ${axis} has values in this history`,next:`map fields that say ${axis==="fit"?"who leads are":"what leads did"}, or set in the training's fi\
elds which ones teach ${axis}. The present card stays.`}}var dayMillis8=864e5,silent={onProgress:()=>Promise.resolve()};async function train(table,policy,settings,clock,hooks=silent){await hooks.onProgress(
"hygiene",0,1);let looked=lookAtHistory(table,settings,clock.asOf),excluded=new Set(looked.hygiene.excludedFields.map(({fieldKey})=>fieldKey)),
learn=async(axis,labels,landmarkDays)=>looked.hygiene.isStopped||isTooFew(labels)?stoppedBy(looked.hygiene,axis):learnAxis({axis,table:axis===
"engagement"?keepNewest(table,landmarkDays):table,leads:labels,policy,settings,answerDays:looked.horizon.days+landmarkDays,excluded,onStep:(title,done,all)=>hooks.
onProgress(`${axis}: ${title}`,done,all)}),fit=await learn("fit",looked.labels,0),engagement=await learn("engagement",settings.landmarkDays===
0?looked.labels:labelLeads(table,clock.asOf,looked.horizon.days,settings.landmarkDays),settings.landmarkDays);await hooks.onProgress("done",
1,1);let{rows:_rows,labels:_labels,...counts}=looked.labels;return{format:1,trainedAt:clock.now,asOf:clock.asOf,...spanOf(table),leadCount:table.
rowCount,horizon:{...looked.horizon,daysToWin:daysToWin(looked.curve)},landmarkDays:settings.landmarkDays,seed:settings.seed,labels:{count:looked.
labels.rows.length,...counts},hygiene:looked.hygiene,fit,engagement,thresholds:{fitHigh:fit.kind==="learned"?fit.highFrom:policy.thresholds.
fitHigh,engagementHigh:engagement.kind==="learned"?engagement.highFrom:policy.thresholds.engagementHigh}}}function lookAtHistory(table,settings,asOf){
let curve2=timeToWin(table,asOf),{firstArrivalAt}=spanOf(table),horizon=settings.horizonDays===null?chooseHorizon(curve2,Math.max(0,(asOf-firstArrivalAt)/
dayMillis8)):{days:settings.horizonDays,reason:"set by hand"},labels=labelLeads(table,asOf,horizon.days,0);return{curve:curve2,horizon,labels,
hygiene:inspectHygiene(table,{...labels,horizonDays:horizon.days},settings,asOf)}}var leastOfKind4=30;function isTooFew({rows,wonCount}){return wonCount<
leastOfKind4||rows.length-wonCount<leastOfKind4}function stoppedBy(hygiene,axis){let line2=hygiene.lines.find(({grade,isStopping})=>grade===
"missing"&&isStopping);return{kind:"refused",axis,code:line2?.code??"LRN051",reason:line2?.found.replace(/\.$/,"")??"too few leads have an a\
nswer at the moment at which this axis looks at them",next:`${line2?.next??"Look at them earlier, or wait until more leads are answered."} T\
he present card stays.`}}function spanOf(table){let first=1/0,last=-1/0;for(let arrivedAt of table.arrivedAt)first=arrivedAt<first?arrivedAt:
first,last=arrivedAt>last?arrivedAt:last;return Number.isFinite(first)?{firstArrivalAt:first,lastArrivalAt:last}:{firstArrivalAt:0,lastArrivalAt:0}}
function daysToWin(curve2){return[.1,.5,.7,.9].flatMap(share=>{let days=dayOfShare(curve2,share);return days===null?[]:[{share,days}]})}function pastLeadOf(row,factCount){let[leadKey,arrivedAt,personKey,outcome,closedAt,outcomeWords,stage,closeReason,finalOwner]=row,[,,,,,,,,
,firstTouchAt,facts,changes,activities]=row;return{leadKey,arrivedAt,facts:factsOf(facts,factCount),personKey,outcome,closedAt,outcomeWords,
stage,closeReason,finalOwner,firstTouchAt,nativeScore:null,changes:changes.map(([fieldKey,changedAt])=>({fieldKey,changedAt})),activities:activities.
map(([signalKey,occurredAt,occurrences])=>({signalKey,occurredAt:occurredAt,occurrences:occurrences}))}}function factsOf(pairs,factCount){let facts={
texts:new Array(factCount).fill(null),numbers:new Array(factCount).fill(null)};for(let place=0;place<pairs.length;place+=2){let position=Number(
pairs[place]),value=pairs[place+1];typeof value=="number"?facts.numbers[position]=value:facts.texts[position]=value}return facts}var Stopped=class extends Error{},_policy,_builder,_factCount,History=class{constructor(policyText){__privateAdd(this,_policy);__privateAdd(
this,_builder);__privateAdd(this,_factCount);__privateSet(this,_policy,JSON.parse(policyText)),__privateSet(this,_factCount,allFields(__privateGet(
this,_policy)).length),__privateSet(this,_builder,new TableBuilder(__privateGet(this,_policy),"thisCrm"))}get count(){return __privateGet(this,
_builder).count}add(pageText,most){let{rows,last,isDone}=JSON.parse(pageText);for(let row of rows.slice(0,Math.max(0,most-this.count)))__privateGet(
this,_builder).add(pastLeadOf(row,__privateGet(this,_factCount)));return{last,isDone:isDone||this.count>=most}}learn(now,onProgress){let table=__privateGet(
this,_builder).finish(),settings=defaultSettings(__privateGet(this,_policy));return train(table,__privateGet(this,_policy),settings,{asOf:now,
now},{onProgress:async(phase,done,all)=>{if(!onProgress(phase,done,all))throw new Stopped("Stopped.");await new Promise(resolve=>setTimeout(
resolve,0))}})}partsOf(training){let proposed=proposePolicy(__privateGet(this,_policy),training),isFit=proposed.scorecards[0]!==__privateGet(
this,_policy).scorecards[0],isEngagement=proposed.scorecards[1]!==__privateGet(this,_policy).scorecards[1];return!isFit&&!isEngagement?null:
JSON.stringify({scorecards:proposed.scorecards.filter(({axis})=>axis==="fit"&&isFit||axis==="engagement"&&isEngagement),signals:isEngagement?
proposed.signals:null,fitHigh:isFit?proposed.thresholds.fitHigh:null,engagementHigh:isEngagement?proposed.thresholds.engagementHigh:null})}known(){
let{columns}=__privateGet(this,_builder).finish();return columns.map(column=>({label:column.label,fieldKey:column.fieldKey,count:column.kind===
"number"?column.values.reduce((sum,value)=>sum+(Number.isNaN(value)?0:1),0):column.codes.reduce((sum,code)=>sum+(code<0?0:1),0)}))}};_policy=
new WeakMap,_builder=new WeakMap,_factCount=new WeakMap;export{History,Stopped};

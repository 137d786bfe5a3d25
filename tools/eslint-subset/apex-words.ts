// From the appendix "Apex Reserved Keywords" of the Apex Developer Guide, old and new editions together: a word that
// one of them reserves is not worth the risk. Words that the appendix allows as identifiers (after, before, count,
// excludes, first, includes, last, order, sharing, with) are not here.
const keywords = `
abstract activate and any array as asc autonomous begin bigdecimal blob boolean break bulk by byte case cast catch char
class collect commit const continue convertcurrency currency date datetime decimal default delete desc do double else end
enum exception exit export extends false final finally float for from future global goto group having hint if implements
import in inherited inner insert instanceof int integer interface into join like limit list long loop map merge new not
null nulls number object of on or outer override package parallel pragma private protected public retrieve return
returning rollback savepoint search select set short sobject sort stat static string super switch synchronized system
testmethod then this throw time tolabel transaction transient trigger true try undelete update upsert using virtual void
webservice when where while
`;

const dateLiterals = `
yesterday today tomorrow last_week this_week next_week last_month this_month next_month last_90_days next_90_days
last_n_days next_n_days last_quarter this_quarter next_quarter last_year this_year next_year last_fiscal_quarter
this_fiscal_quarter next_fiscal_quarter last_fiscal_year this_fiscal_year next_fiscal_year
`;

// Standard objects and classes of the System namespace that a class or variable of the same name would hide.
const types = `
account approval assert auth blob boolean businesshours callable campaign campaignmember case cases contact crypto
database date datetime decimal double emailmessage encodingutil event eventbus exception flow group http httprequest
httpresponse integer iterable iterator json label lead limits list long map matcher math messaging object opportunity
organization page pagereference pattern permissionset process queue queueable recordtype schedulable schema search
security set sobject string system task test time timezone trigger type user userinfo userrole url uuid
`;

// A variable of these names does no harm, since the engine's compiled form never needs the standard type beside it.
const typesThatOnlyTypesHide = `
asset attachment comparable contract document domain id note order orders partner pricebook2 product2 profile quote
quiddity request response site solution topic version
`;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const apexReservedWords = words(keywords + dateLiterals);
export const apexTypeNames = words(types);
export const apexTypeNamesForTypes = words(types + typesThatOnlyTypesHide);

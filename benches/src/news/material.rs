//! Short lists of words. All else is put together from syllables.

/// The commonest words of news text, in order.
pub(super) const FUNCTION_WORDS: &[&str] = &[
    "the", "to", "of", "and", "a", "in", "that", "for", "on", "is", "was", "with", "he", "said",
    "it", "as", "at", "by", "his", "be", "from", "have", "has", "not", "are", "who", "an", "will",
    "but", "they", "had", "their", "were", "this", "been", "she", "would", "about", "or", "her",
    "we", "more", "which", "after", "than", "one", "when", "all", "new", "also", "up", "out",
    "what", "there", "its", "people", "other", "over", "could", "so", "last", "first", "him", "if",
    "two", "no", "can", "into", "against", "some", "before", "years", "state", "time", "year",
    "them", "because", "while", "under", "told", "during", "says", "between", "such", "any",
    "only", "where", "many", "most", "may", "those", "since", "should", "now", "being", "just",
    "week", "old", "through", "made", "then", "did", "bank", "house", "north", "great", "city",
    "party", "west", "south", "home", "port", "press", "saint", "three", "does", "don’t", "it’s",
];

/// Words that begin the name of a town.
pub(super) const TOWN_HEADS: &[&str] = &[
    "New", "Saint", "Port", "North", "Great", "West", "South", "Old", "San", "Upper", "Las", "El",
];

/// What a company does.
pub(super) const TRADES: &[&str] = &[
    "Airlines",
    "Bank",
    "Capital",
    "Chemicals",
    "City",
    "Energy",
    "Foods",
    "Freight",
    "Group",
    "Holdings",
    "House",
    "Institute",
    "Insurance",
    "Labs",
    "Media",
    "Mining",
    "Motors",
    "Partners",
    "Press",
    "Research",
    "Steel",
    "Systems",
    "Telecom",
    "University",
    "Ventures",
    "Water",
];

/// What may stand at the end of a company's name; nothing for most.
pub(super) const COMPANY_ENDS: &[&str] =
    &["", "", "", "", "", " Inc.", " Ltd", " Corp.", " & Co.", " plc", " International", " Europe"];

/// Names of bodies, of a place or a family.
pub(super) const BODIES: &[&str] = &[
    "Bank of {}",
    "University of {}",
    "The {} Post",
    "Port of {}",
    "Ministry for {}",
    "{} City Council",
    "First {} Bank",
    "Friends of {}",
    "The {} Herald",
    "Institute for {}",
];

/// What stands in small letters before a family name or joined to it.
pub(super) const PARTICLES: &[&str] =
    &["al-", "el-", "de ", "van ", "von ", "bin ", "della ", "van der ", "ter "];

/// Aliases that every watch-list has from a thousand on: small first letters, stops, apostrophes.
pub(super) const SPECIAL: &[&str] = &[
    "al-Rashad",
    "al-Qadir",
    "von der Marsch",
    "de Brakke",
    "eBoat",
    "iSail",
    "van Holt",
    "bin Hadar",
    "el-Tahir",
    "xAero",
    "U.K.",
    "E.U.",
    "U.N. Council",
    "U.S. Senate",
    "D.C.",
    "O’Bryne",
    "O’Dwell",
    "D’Arcelle",
    "Loyd’s of Hull",
    "Ferro Jr.",
    "Vale Inc.",
    "Kettle & Co.",
    "St. Maren",
    "Château-Morvan",
    "Zoë Barde",
    "São Tiro",
    "Müller-Hof",
];

/// Between names of the text, and before and after them.
pub(super) const TITLES: &[&str] = &["Mr", "Mrs", "Ms", "Dr", "President", "Senator", "Judge"];
/// Other common words of news text, in no order.
pub(super) const CONTENT_WORDS: &str = "\
    worst moves brought oil wife religion sides again sentence place hopes thinks union days \
    around enough never built used black building followed autumn democratic described party \
    closed key street jail dead special money attack works turned concern customers light both \
    take passed head making protest known rate using top names follow sanctions areas products \
    announced spent taken defendant serious weather troops asking farmers speaking education \
    service demands tell sell apartment injured claimed helped best husband makes village north \
    parliament shooting recently pass gas driver today conservative news war begin mountain always \
    gave mosque strike accepted got near places crash leading beat review terror president coach \
    turning refugees committee eyes media declared phone answer scientists due feel summer well \
    west very report lead data speech league major population start ideas given town living \
    violence fans recent ran show university away book stay say worse good dying paid added free \
    even opposition end buy important heat without military judge something view later unlikely \
    taking outside energy hear off writing come evening results killed border costs leader large \
    agreed confirmed plane ship victim program car played lawyers ago internet reading water spend \
    social department together world rise minutes gone sources coalition dangerous suspect visa \
    lawyer down someone software drop several hands business speak white river past protesters \
    idea south anything rates television test across along human day gain crisis questions alleged \
    give close lived main beside man attacks short change star agreement form region thus faith \
    daughter criminal takes visited kind others still views final stayed paying mayor system run \
    weapons migrants showed however wounded long missile lives food tells different industry \
    winter friend signed joined yet trade flight farm general road hearing strong women airport \
    few council asked senate bill residents project details chief national issues former mind \
    started climate below plan flood film thought met future too prices arrived jobs concerns \
    twice explained instead campaign coming build team full need green send above problems million \
    face sea price island growth services dark felt high power profit minister letter cost \
    expected took bringing workers live domestic believes step increase killing order then died \
    likely forces deal investors mother late family information players comes model actions \
    tomorrow life group governor men write child source walked warned get federal efforts pressure \
    award until online nuclear more study race prosecutor ever worked storm found plans political \
    parties citizens government returned since weak father threat spring right east began know \
    civil research legal province nothing chance bridge soldiers rejected response noted tax \
    asylum vote claim school amount bank working problem keep official police everything statement \
    security arrested charges work revealed alive actor heard ask real treaty stories everyone \
    saying won die denied court average leave inquiry clear documents bought support keeping \
    numbers way use unless fears early district held question poll goes failed heart better \
    telling square pay music name there woman planned suggested member animals big death maybe \
    about body commission claims company charge words son points area point night effort insisted \
    temple investigation lines election trial young survey same empty risk player value behind \
    simple prisoner home scored perhaps hospital sometimes beginning demand country deputy sick \
    fall giving figures loss game cuts church action walk much make leaving great restaurant cars \
    house including international possible economic back patients small witness hard line sister \
    kill train crowd side victims forest computer month wrote middle foreign space accused hold \
    friends word gives old officials hours hot cup argued though radio local liberal capital \
    technology match issue called led rights debt case history gets despite immigrants move \
    species interest left blue knows website similar seen public safe often record least read \
    parts spoke following level managed stood months usually kept standing less challenge \
    ambassador going open voters newspaper north-east bring army urged born season running senior \
    health inside red yesterday land market director written arrest story went sold environment \
    sure embassy economy made dry spending low cut feeling club law stopped total stock hotel fire \
    hope turn fear fund bad lost decided stand see children weeks although whether within science \
    intelligence sent came office coast stop able number ready beyond community according policy \
    person sales holding go part sitting promised brother hand true students morning republican \
    wrong ways like document network decision heavy help refused agency title budget difficult \
    peace funds sit talks interview almost gunman seeing jury bomb think evidence needs once \
    toward measures financial prison soon reported steps percent wet shares certain getting aid \
    cold congress new already easy convicted";

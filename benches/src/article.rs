//! Articles with quotations: invented news text, the same at every run.

const FIRST: [&str; 8] = ["Ada", "Karl", "Helen", "Tom", "Lucia", "Anil", "Maureen", "Lars"];
const LAST: [&str; 8] =
    ["Okoro", "Odum", "Marsh", "Vale", "Ferrante", "Desh", "Kettle", "Eikeland"];
const CLAIMS: [&str; 6] = [
    "The harbour will stay open through the winter",
    "Nobody asked the crews what they thought of it",
    "We have been ready for this since the spring",
    "Three letters were written and not one was answered",
    "The tunnel is dry and the pumps are new",
    "It isn't the first time that the town’s money has gone missing",
];
const FACTS: [&str; 5] = [
    "The vessel was towed to port on Tuesday after nine hours at sea.",
    "About 1,200 people live on the island, most of them from fishing.",
    "Work on the quay began in 2019 and was to cost $4.5 million.",
    "A hearing is set for Jan. 14 in the district court.",
    "The U.S. delegation left before the vote.",
];

/// One article of `number` many, each quotation of which has a cue and a source.
#[derive(Debug)]
pub struct Article {
    /// Its text.
    pub text: String,
    /// How many direct quotations it has.
    pub quotations: usize,
}

/// An article of at least so many bytes, a different one for each number.
pub fn article(number: usize, bytes: usize) -> Article {
    let mut text = format!("{} town waits for answers\n\n", LAST[number % LAST.len()]);
    let (mut step, mut quotations) = (number, 0);
    while text.len() < bytes {
        step += 1;
        let (first, last) = (FIRST[step % FIRST.len()], LAST[step * 3 % LAST.len()]);
        let claim = CLAIMS[step * 5 % CLAIMS.len()];
        let fact = FACTS[step * 7 % FACTS.len()];
        let sentence = match step % 4 {
            0 => format!("“{claim},” {first} {last} said on Monday. {fact}"),
            1 => format!("{fact} {first} {last} said that it would not happen again."),
            2 => format!("“{claim},” said {first} {last}, who leads the council. {fact}"),
            _ => format!("{fact} {fact}"),
        };
        quotations += usize::from(step % 2 == 0);
        text.push_str(&sentence);
        text.push_str("\n\n");
    }
    Article { text, quotations }
}

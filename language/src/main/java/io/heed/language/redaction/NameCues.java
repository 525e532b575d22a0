package io.heed.language.redaction;

import java.util.regex.Pattern;

/** Words beside which a name is to be expected, by how surely one follows. English and Spanish, a few of other languages. */
enum NameCues {
    /** What introduces a name and little else: "my name is", "Mrs", "ask for", "on behalf of". */
    INTRODUCTION(
            "(?:my|the|full|first|last|sur|her|his|their|other|whose|maiden)\\s?(?:full )?names?(?: is| was|'s|\u2019s|:)"
                    + "|(?:account |business )?name ?[:=]|names ?[:=]|name(?:'s|\u2019s)|in (?:the )?names? of|names? of|under (?:the )?name|surname(?: is|:)?|named|(?:was |is |be |been )?called|known as|calls? me|addressed to|payable to|made out to"
                    + "|(?:account |card |policy |contract )?holder(?:'s name)?(?: is|:|,)?|passengers?:|guests?:|patient:?|borrower:?|guarantor:?|applicant:?|beneficiary:?|payee:?|recipient:?|tenant:?|contact:"
                    + "|attention of|attn:?|fao:?|on behalf of|c/o|in care of|for the attention of"
                    + "|mr|mrs|ms|miss|mx|dr|prof|professor|rev|reverend|mister|madam|herr|frau|monsieur|mme|mlle|sra?|srta|se\u00f1ora?|se\u00f1orita|do\u00f1a|don"
                    + "|me llamo|mi nombre es|se llama|llamarse|a nombre de|nombre:?|titular:?|ich hei\u00dfe|je m'appelle|mi chiamo"
                    + "|signed(?: for)?(?: by)?:?|spelled like this:"),
    /** Where a person is spoken of or to: relations, greetings, thanks, sign-offs, "spoke to". */
    PERSON(
            "(?:"
                    + FirstLetters.grouped(
                            "husband|wife|hubby|wifey|partner|son|daughter|mum|mom|mam|mummy|dad|daddy|mother|father|brother|sister|nan|nana|gran|granny|grandmother|grandma|grandfather|grandad|granddad|grandpa|grandson|granddaughter"
                                    + "|niece|nephew|cousin|uncle|auntie|aunty|aunt|in-law|flatmate|housemate|roommate|lodger|landlord|landlady|tenants?|neighbou?r|friend|mate|bestie|boss|colleagues?|coworker|carer|caretaker|assistant|agents?|advis[eo]r|engineer"
                                    + "|technician|tech|fitter|installer|driver|courier|postman|manager|supervisor|rep|reps|representative|receptionist|operator|consultant|clerk|teller|cashier|plumber|electrician|builder|solicitor|accountant|doctor|nurse|teacher|man|woman|lady|girl|guy|lad|chap|bloke|boy|kid|baby|gentleman"
                                    + "|cleaner|nanny|client|assessor|surveyor|purser|captain|pilot|steward|stewardess|fianc[e\u00e9]e?|girlfriend|boyfriend|ex|twin|parents|kids|children|sons|daughters|boys|girls|staff|member|sitter|walker|secretary|director|owner|pa|widow|spouse|winner|fella|colleague|handler|trainer|minder|payer|payee|signatory|driver|buyer|seller|student|pupil|employee|porter|chef|waiter|waitress|concierge|hija|hijo|madre|padre|marido|mujer|esposa|esposo|hermana|hermano|abuela|abuelo|amiga|amigo|jefa|jefe|compa\u00f1er[oa]|comercial|t\u00e9cnico|t\u00eda|t\u00edo|suegra|suegro|novia|novio|vecin[oa]|prim[oa]|asistente|agente")
                    + "),?"
                    + "|(?:speak|spoke|spoken|speaking|talk|talked|talking|chat|chatted|chatting|dealt|dealing|deal|met|meeting)(?: to| with)?|ask(?:ed|ing)? for|asks?|thank you|thanks to|thankyou|thanks|thank|thx|ty|cheers|ta|tell|told|contact|email|ring|phone|text|remind|forward(?:ed)? to|add|remove|nominate|authorise|authorize"
                    + "|hi|hello|hey|hiya|hola|hej|hei|ol\u00e1|ciao|salut|hallo|dear|querid[oa]|estimad[oa]|good (?:morning|afternoon|evening|day)|morning|evening|afternoon|gracias|kia ora|aloha|namaste"
                    + "|(?:kind |best |warm |many )?(?:regards|wishes)|sincerely|faithfully|yours|(?:yours )?truly|love|best|saludos|atentamente|cordialmente|un saludo|salutations|gr\u00fc\u00dfe"
                    + "|(?:hand|sent|delivered|signed|emailed|served|helped|written|taken|handled|sold|promised) (?:to|by)|desk of|atender|atendi\u00f3|atendido por|hablar con|habl\u00e9 con|con el se\u00f1or|father|mother superior|brother|sister|uncle|aunt|nurse|sir|lady|dame|captain|officer|sergeant|constable|inspector|judge|councillor|coach|pastor|rabbi|imam|canon"),
    /** Where a name may stand, and much else: "this is", "I'm", "from". */
    LOOSE(
            "it's me,?|it's|its|it\u2019s|it is|it was|was it|this is|that's|that\u2019s|that is|i'm|i\u2019m|im|i am|me,|me:|i,|is it|is that|you're|he's|she's|they're|we're|we are|am i|soy|ich bin|je suis|eu sou|sono|here is|here's|aqu\u00ed"
                    + "|customer:|agent:|caller:|advisor:|adviser:|operator:|member:|user:|rep:|me:"),
    /** Beside which only a well-known first name is taken for one. */
    FAINT(
            "and|or|from|by|with|for|to|of|not|both|between|but|that|when|while|because|since|if|as|then|yes|no|y|e|und|et|a|con|de|por|para|poor|little|old|lovely|young|dear");

    private final Pattern before;

    NameCues(String cues) {
        before = Pattern.compile(
                "(?<![\\p{L}\\p{N}-])" + FirstLetters.grouped(cues)
                        + "(?:[.,:;!]?[ \t]{1,2}|[,.:!]?\\s{1,3})[\"\u201c'\u2018(]?(?=\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Its matches end where a name may begin. */
    Pattern before() {
        return before;
    }
}

package io.heed.language.transcript;

import java.util.Set;

/** The words of labels, English and Spanish, as parts of regular expressions without capitals. */
final class LabelWords {
    static final String CUSTOMER = "customer|caller|client|user|subscriber|consumer|visitor"
            + "|cliente|clienta|usuari[oa]|llamante|abonad[oa]|visitante";

    static final String AGENT =
            "(?:(?:care|support|service|sales|billing|technical|tech|retention|live|human|senior|chat|phone"
                    + "|call[ -]cent(?:er|re)|customer (?:service|care|support)) )?"
                    + "(?:agent|rep|representative|advis[eo]r|operator|associate|specialist|supervisor|manager|csr)"
                    + "|(?:customer|client) (?:service|services|care|support|relations)(?: (?:team|desk))?|call[ -]cent(?:er|re)"
                    + "|agente|asesora?|operadora?|teleoperadora?|representante|gestora?|supervisora?"
                    + "|(?:atenci[o\u00f3]n|servicio) al cliente";

    static final String BOT =
            "(?:(?:virtual|automated|voice|chat) )?(?:assistant|bot)|virtual agent|chatbot|ivr|voicebot"
                    + "|asistente(?: virtual)?|contestador";

    /** They stand before a colon in forms too. */
    static final String COMPANY_OR_TOPIC = "system|support|sistema|soporte";

    static final String NUMBERED =
            "(?:speaker|spk|hablante|locutora?|interlocutora?|participant|participante|person|persona|voice|voz|channel|canal)"
                    + "(?:[ _#-]{0,2}\\d{1,3}|[ _-][a-z])|unknown(?: speaker)?|desconocid[oa]";

    /** What stands before a colon at the start of a line, or after a role, and names no speaker. */
    static final Set<String> NO_NAME = Set.of(
            "account",
            "action",
            "actions",
            "address",
            "amount",
            "approval",
            "asunto",
            "attachment",
            "attn",
            "balance",
            "bill",
            "calidad",
            "case",
            "category",
            "cause",
            "channel",
            "code",
            "comment",
            "comments",
            "company",
            "complaint",
            "contact",
            "correo",
            "cuenta",
            "date",
            "device",
            "direcci\u00f3n",
            "duration",
            "effect",
            "email",
            "end",
            "error",
            "estado",
            "example",
            "experience",
            "fecha",
            "feedback",
            "from",
            "hours",
            "id",
            "identifier",
            "important",
            "info",
            "invoice",
            "issue",
            "item",
            "language",
            "line",
            "location",
            "mensaje",
            "message",
            "mobile",
            "model",
            "motivo",
            "name",
            "nombre",
            "nota",
            "note",
            "notes",
            "number",
            "n\u00famero",
            "order",
            "package",
            "password",
            "pd",
            "pedido",
            "phone",
            "pin",
            "plan",
            "portal",
            "problem",
            "problema",
            "product",
            "ps",
            "quality",
            "question",
            "re",
            "reason",
            "ref",
            "reference",
            "referencia",
            "request",
            "resolution",
            "result",
            "satisfaction",
            "since",
            "solution",
            "start",
            "status",
            "subject",
            "summary",
            "tel",
            "telephone",
            "tel\u00e9fono",
            "ticket",
            "time",
            "title",
            "to",
            "topic",
            "total",
            "tracking",
            "type",
            "update",
            "url",
            "version",
            "warning",
            "website");

    /** After these a role is spoken of: "I told the agent: no". */
    static final Set<String> SPOKEN_OF = Set.of(
            "a", "al", "all", "an", "and", "any", "as", "by", "con", "dear", "de", "del", "each", "el", "every", "for",
            "from", "her", "his", "la", "las", "los", "mi", "my", "no", "of", "one", "or", "other", "our", "por", "que",
            "said", "same", "su", "that", "the", "their", "this", "to", "tu", "un", "una", "with", "y", "your");

    private LabelWords() {}
}

using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.ServiceDefaults.Access.Fields;

/// <summary>What is wrong with a request, up to a number that somebody can read; of the rest it knows how much was not looked at.</summary>
internal sealed class WrongFields
{
    /// <summary>A text holds a character that nobody sees.</summary>
    public const string UnseenCharacter = "UNSEEN_CHARACTER";

    /// <summary>A number is none, or has no end.</summary>
    public const string NoNumber = "NOT_A_NUMBER";

    private const int Enough = 20;

    // For what people do not see in what they filled in, "fill it in right" says too little.
    private static readonly Dictionary<string, Sentences> Sentences = new()
    {
        [UnseenCharacter] = new(Reasons.InvalidRequest.English, "In een tekst staat een teken dat u niet ziet, zoals een stuurteken of een teken dat de leesrichting omkeert. Typ de tekst opnieuw en probeer het nog eens."),
        [NoNumber] = new(Reasons.InvalidRequest.English, "Een getal of een coördinaat is geen getal, of oneindig. Vul een gewoon getal in en probeer het nog eens."),
    };

    private readonly List<FieldViolation> found = [];
    private UncheckedValues? rest;

    /// <summary>Looking further would tell nobody more.</summary>
    public bool IsFull => found.Count >= Enough;

    public void Add(string path, string reason, string text) => found.Add(new(path, reason, text));

    /// <summary>Fields or items that are passed over, the first of them at or in <paramref name="path"/>.</summary>
    public void PassOver(string path, int count)
    {
        if (count > 0) rest = new(rest?.Path ?? path, (rest?.Count ?? 0) + count);
    }

    /// <exception cref="RuleBroken">INVALID_REQUEST with what was found, if anything was.</exception>
    public void Require()
    {
        if (found.Count > 0) throw new RuleBroken(Reasons.InvalidRequest) { Violations = found, Unchecked = rest, Told = Told };
    }

    // Where something else is wrong too, the named fields say what.
    private Sentences? Told => found.TrueForAll(violation => violation.Reason == found[0].Reason) ? Sentences.GetValueOrDefault(found[0].Reason) : null;
}

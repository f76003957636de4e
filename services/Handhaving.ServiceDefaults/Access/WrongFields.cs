using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>What is wrong with a request, up to a number that somebody can read; of the rest it knows how much was not looked at.</summary>
internal sealed class WrongFields
{
    private const int Enough = 20;

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
        if (found.Count > 0) throw new RuleBroken(Reasons.InvalidRequest) { Violations = found, Unchecked = rest };
    }
}

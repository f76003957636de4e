namespace Handhaving.Dispatch.Areas.Import;

/// <summary>A map that is not taken; nothing of it was stored.</summary>
/// <param name="problems">Each with the code it is about and what to do.</param>
public sealed class ImportRefused(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}

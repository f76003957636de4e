using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>A line of a chain by its number and its hash, which stands for all before it.</summary>
public sealed record AuditPlace(long Sequence, byte[] Hash)
{
    /// <summary>Before the first line.</summary>
    public static AuditPlace Start { get; } = new(0, new byte[32]);

    public string HashText => Convert.ToHexStringLower(Hash);

    /// <param name="hash">64 hexadecimal digits; empty = none.</param>
    /// <exception cref="RuleBroken">INVALID_REQUEST when one is named without the other.</exception>
    public static AuditPlace Of(long sequence, string hash) => (sequence > 0, hash.Length > 0) switch
    {
        (false, false) => Start,
        (true, true) => new(sequence, Convert.FromHexString(hash)),
        (true, false) => throw Alone("after_hash", "after_sequence"),
        (false, true) => throw Alone("after_sequence", "after_hash"),
    };

    private static RuleBroken Alone(string missing, string given) => new(Reasons.InvalidRequest) { Violations = [new(missing, "REQUIRED", $"must be set with {given}")] };
}

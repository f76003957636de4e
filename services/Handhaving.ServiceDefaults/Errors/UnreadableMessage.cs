namespace Handhaving.ServiceDefaults.Errors;

/// <summary>What was sent is no message: no field can be named, so the whole request is.</summary>
public static class UnreadableMessage
{
    public static RuleBroken Broken() => new(Reasons.InvalidRequest)
    {
        Violations = [new("", "UNREADABLE", "the whole request: its body is empty, or its bytes are no message of this method")],
    };
}

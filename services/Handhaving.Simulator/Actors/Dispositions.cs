namespace Handhaving.Simulator.Actors;

/// <summary>Outcome codes that the evening records.</summary>
public static class Dispositions
{
    /// <summary>A warning: by far the most frequent outcome of an enforcement team.</summary>
    public const string Usual = "warning";
}

namespace Handhaving.Capacity.Queueing.Loads;

/// <summary>What is promised: this share of the calls waits no longer than this.</summary>
public sealed record ServiceTarget
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">NUMBER_NEGATIVE, SHARE_OUT_OF_RANGE.</exception>
    public ServiceTarget(double maximumWaitSeconds, double share)
    {
        QueueingRules.RequireNotNegative(maximumWaitSeconds, "maximumWaitSeconds");
        QueueingRules.RequireShare(share, "share");
        (MaximumWaitSeconds, Share) = (maximumWaitSeconds, share);
    }

    public double MaximumWaitSeconds { get; }

    public double Share { get; }
}

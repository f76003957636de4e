namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>What a group commit takes of the machine and of others' patience.</summary>
/// <param name="AtOnce">Commits of different shards that run at the same time, each on a connection.</param>
/// <param name="LargestBatch">Works in one commit.</param>
public sealed record GroupLimits(int AtOnce, int LargestBatch)
{
    /// <summary>For commands. More transactions at once than the machine can work on make each batch smaller and nothing faster: with twice as many, the database spent a third more on each command.</summary>
    public static GroupLimits Usual { get; } = new(Environment.ProcessorCount, 256);
}

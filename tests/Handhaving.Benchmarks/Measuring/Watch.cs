namespace Handhaving.Benchmarks.Measuring;

/// <summary>Follows the parts of a measurement: the load itself, tools that it starts and waits for, and the servers.</summary>
internal sealed class Watch(IReadOnlyDictionary<string, int> servers)
{
    private const string Load = "load", Tools = "tools";

    /// <summary>Runs the work and gives what each part used meanwhile.</summary>
    public async Task<(T Outcome, IReadOnlyList<ProcessUse> Uses)> FollowAsync<T>(Func<Task<T>> work)
    {
        var before = Cpu();
        var outcome = await work();
        var after = Cpu();
        return (outcome, [.. after.Select(part => new ProcessUse(part.Key, part.Value - before[part.Key], MemoryOf(part.Key))).Where(use => use.CpuMicroseconds > 0)]);
    }

    private Dictionary<string, double> Cpu()
    {
        var cpu = servers.ToDictionary(server => server.Key, server => ProcessTree.CpuMicroseconds(server.Value));
        cpu[Load] = ProcessTree.OwnMicroseconds(Environment.ProcessId);
        cpu[Tools] = ProcessTree.EndedChildrenMicroseconds(Environment.ProcessId);
        return cpu;
    }

    private double MemoryOf(string part) => part switch
    {
        Load => ProcessTree.MemoryMebibytes(Environment.ProcessId, withChildren: false),
        Tools => 0,
        _ => ProcessTree.MemoryMebibytes(servers[part], withChildren: true),
    };
}

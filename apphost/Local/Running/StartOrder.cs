using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Handhaving.AppHost.Local.Running;

/// <summary>Who comes before whom: a resource stands one level above the highest it waits for or uses.</summary>
internal static class StartOrder
{
    public static IReadOnlyList<IReadOnlyList<Resource>> Levels(IEnumerable<Resource> resources)
    {
        var levels = new Dictionary<Resource, int>();
        return [.. resources.GroupBy(resource => LevelOf(resource, levels, [])).OrderBy(level => level.Key).Select(level => level.ToList())];
    }

    private static int LevelOf(Resource resource, Dictionary<Resource, int> levels, List<Resource> path)
    {
        if (levels.TryGetValue(resource, out var known))
            return known;
        path.Add(resource);
        // Two that refer to each other are fine; two that wait for each other would wait for ever.
        if (resource.Waits.Find(wait => path.Contains(wait.For)) is { } loop)
            throw new DistributedApplicationException($"'{resource.Name}' and '{loop.For.Name}' wait for each other.");
        var before = resource.Waits.Select(wait => wait.For).Concat(resource.Uses).Where(other => !path.Contains(other)).ToList();
        if (resource is PostgresDatabaseResource database)
            before.Add(database.Parent);
        var level = before.Count == 0 ? 0 : before.Max(other => LevelOf(other, levels, path)) + 1;
        path.Remove(resource);
        return levels[resource] = level;
    }
}

using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Rosters.Deployments;

/// <summary>How far a promise has people: counted per block, and only who is on shift for the whole of it.</summary>
public sealed record DeploymentCover(PromisedPeople Promise, IReadOnlyList<DeploymentGap> Gaps, int Fewest, int Most)
{
    /// <summary>Somewhere more people are put to it than were promised.</summary>
    public bool IsOver => Most > Promise.Count;

    /// <param name="times">Of the shifts that are put to it.</param>
    public static DeploymentCover Of(PromisedPeople promise, IReadOnlyCollection<Interval> times)
    {
        List<DeploymentGap> gaps = [];
        var (fewest, most) = (int.MaxValue, 0);
        foreach (var block in promise.Time.Blocks())
        {
            var there = times.Count(time => Covers(time, block));
            (fewest, most) = (Math.Min(fewest, there), Math.Max(most, there));
            if (promise.Count - there is > 0 and var missing) Add(gaps, new(block, block + Interval.Block), missing);
        }
        return new(promise, gaps, most == 0 ? 0 : fewest, most);
    }

    /// <summary>Whether somebody on shift then is there for the whole block.</summary>
    public static bool Covers(Interval time, DateTimeOffset block) => time.Start <= block && time.End >= block + Interval.Block;

    /// <summary>Whether a shift is there for at least one block of the promise.</summary>
    public static bool Meets(PromisedPeople promise, Interval time) => promise.Time.Blocks().Any(block => Covers(time, block));

    private static void Add(List<DeploymentGap> gaps, Interval block, int missing)
    {
        if (gaps is [.., var last] && last.Missing == missing && last.Time.End == block.Start) gaps[^1] = last with { Time = last.Time with { End = block.End } };
        else gaps.Add(new(block, missing));
    }
}

namespace Handhaving.Capacity.Queueing.Hypercubes;

/// <summary>Atoms with the same preference: to the states they are one.</summary>
internal sealed record PreferenceGroup(int[] Preference, double CallsPerHour, IReadOnlyList<int> Atoms)
{
    internal static IReadOnlyList<PreferenceGroup> Of(DispatchRegion region) =>
        [.. region.Atoms.Index()
            .GroupBy(atom => string.Join(',', atom.Item.Preference))
            .Select(alike => new PreferenceGroup([.. alike.First().Item.Preference], alike.Sum(atom => atom.Item.CallsPerHour), [.. alike.Select(atom => atom.Index)]))];

    /// <summary>The unit that goes in this state, which has one free.</summary>
    internal int Choice(int state)
    {
        foreach (var unit in Preference)
            if ((state & 1 << unit) == 0) return unit;
        throw new ArgumentOutOfRangeException(nameof(state), state, "No unit is free.");
    }
}

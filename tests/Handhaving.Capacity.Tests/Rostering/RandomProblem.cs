using CsCheck;
using Handhaving.Capacity.Rostering;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Tests.Rostering;

/// <summary>Small random problems with tight limits, exclusions, pins, cover and wishes; some are impossible.</summary>
internal static class RandomProblem
{
    private const int Days = 8;

    private static readonly Gen<ShiftKindName> Kind = Gen.OneOf([Given.Early, Given.Late]);

    private static readonly Gen<WorkLimits> Limits =
        from fewest in Gen.Int[0, 3]
        from shortest in Gen.Int[1, 2]
        from longest in Gen.Int[2, 4]
        from free in Gen.Int[1, 2]
        from weekends in Gen.Int[0, 1]
        from early in Gen.Int[1, 4]
        select new WorkLimits(new(fewest * 480, (fewest + 2) * 480), new(shortest, longest), free, weekends, new Dictionary<ShiftKindName, int> { [Given.Early] = early });

    private static readonly Gen<Exclusion> Excluded =
        from day in Gen.Int[0, Days - 1]
        from kind in Kind
        from reason in Gen.OneOf([ExclusionReason.NotQualified, ExclusionReason.Leave, ExclusionReason.NoAppointment, ExclusionReason.Absent])
        select new Exclusion(day, reason == ExclusionReason.Leave ? null : kind, reason);

    private static readonly Gen<PinnedDay[]> Pins =
        from day in Gen.Int[0, Days - 1]
        from kind in Kind
        from some in Gen.Int[0, 3]
        select some == 0 ? new[] { new PinnedDay(day, day % 2 == 0 ? kind : null) } : [];

    private static readonly Gen<ShiftWish> Wish =
        from employee in Gen.OneOf(["A", "B", "C"])
        from day in Gen.Int[0, Days - 1]
        from kind in Kind
        from weight in Gen.Int[1, 5]
        from work in Gen.Bool
        select new ShiftWish(new(employee), day, kind, weight, work ? WishKind.Work : WishKind.NotWork);

    private static readonly Gen<CoverTarget[]> Cover = Gen.Int[0, 2].Array[2 * Days].Select(wanted => wanted
        .Select((count, at) => new CoverTarget(at / 2, at % 2 == 0 ? Given.Early : Given.Late, count, 10, 1)).ToArray());

    public static readonly Gen<RosterProblem> Any =
        from limits in Limits.Array[3]
        from excluded in Excluded.Array[0, 3].Array[3]
        from pins in Pins.Array[3]
        from cover in Cover
        from wishes in Wish.Array[0, 6]
        select Given.Problem(Days, [.. limits.Select((l, at) => Given.Employee("ABC"[at..(at + 1)], l, excluded[at], pins[at]))], cover, wishes);

    /// <summary>Any rows at all, lawful or not.</summary>
    public static readonly Gen<Roster> Rows = Gen.Int[-1, 1].Array[Days].Array[3].Select(rows => new Roster(rows));
}

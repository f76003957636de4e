using Handhaving.Capacity.Notices;
using Handhaving.Events.Capacity;
using MassTransit;

namespace Handhaving.Capacity.Tests.Notices;

/// <summary>Each fact of capacity has somebody who acts on it: planners who are told, or dispatch that keeps it.</summary>
public sealed class NoticeTests
{
    private static readonly Type[] KeptByDispatch = [typeof(OfficerChanged), typeof(RosterPublished), typeof(RosterChanged), typeof(PrioritiesHeld), typeof(PatrolZoneSet)];

    [Fact]
    public void Each_fact_is_told_to_planners_or_kept_by_dispatch()
    {
        var facts = typeof(ICapacityFact).Assembly.GetExportedTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ICapacityFact)));
        var told = typeof(NoticeConsumer).GetInterfaces().Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IConsumer<>)).Select(one => one.GetGenericArguments()[0]);

        Assert.Equal(facts.Select(type => type.Name).Order(), told.Concat(KeptByDispatch).Select(type => type.Name).Order());
    }

    [Fact]
    public void Each_kind_of_notice_is_named_as_its_fact() =>
        Assert.Equal(Enum.GetNames<NoticeKind>().Order(), typeof(NoticeConsumer).GetInterfaces().Where(one => one.IsGenericType).Select(one => one.GetGenericArguments()[0].Name).Order());

    [Fact]
    public void A_notice_says_what_when_and_of_which_time()
    {
        var at = new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

        var notice = Notice.Of(new CapacityDropped("0971", "boa-1", at.AddHours(1), at.AddHours(2), 3, 1, at));

        Assert.Equal((NoticeKind.CapacityDropped, "municipalities/0971/functions/boa-1", at.AddHours(1), at.AddHours(2), at), (notice.Kind, notice.Subject, notice.StartsAt, notice.EndsAt, notice.OccurredAt));
    }
}

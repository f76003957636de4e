using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;
using Microsoft.Extensions.Hosting;

namespace Handhaving.Dispatch.Positions;

/// <summary>Forgets where a unit was when it goes off duty, on every replica: nobody is followed after work.</summary>
public sealed class ForgetOffDuty(FeedReader feed, UnitPositions positions, PositionShare share, UnitsOnDuty duty) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await feed.EnterAsync(Take, stoppingToken);

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        feed.Leave(Take);
        return base.StopAsync(cancellationToken);
    }

    private void Take(FeedRow row)
    {
        if ((BoardKind)row.Kind is not (BoardKind.Unit or BoardKind.UnitOffDuty) || UnitName.Parse(row.Subject) is not { } unit) return;
        if ((BoardKind)row.Kind is BoardKind.UnitOffDuty) Forget(unit);
        else positions.SignOn(unit, V1.BoardItem.Parser.ParseFrom(row.Body).Unit?.SignOnTime?.ToDateTimeOffset() ?? row.CreatedAt);
    }

    private void Forget(UnitName unit)
    {
        duty.Forget(unit.Owner); // else a position that is still under way would be taken for up to a second
        positions.SignOff(unit);
        share.Forget(unit);
    }
}

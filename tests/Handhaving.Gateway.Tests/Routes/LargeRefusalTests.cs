using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Routes;

/// <summary>What one caller is answered never costs another its stream: both share a connection from the gateway to the service.</summary>
public sealed class LargeRefusalTests(Bench bench)
{
    private static readonly (StatusCode, string) Invalid = (StatusCode.InvalidArgument, "INVALID_REQUEST");

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public Task Many_more_fixes_than_allowed_are_refused(int count) =>
        BesideABoardAsync(units => ReportAsync(units, Enumerable.Repeat(new UnitFix(), count)));

    [Fact]
    public Task Two_hundred_fixes_wrong_in_every_field_are_refused() => BesideABoardAsync(units => ReportAsync(units, AllWrong()));

    [Fact]
    public Task A_stream_that_carries_such_a_batch_is_refused() => BesideABoardAsync(async units =>
    {
        foreach (var fixes in new[] { AllWrong(), Enumerable.Repeat(new UnitFix(), 1_000) })
        {
            using var stream = units.StreamPositions(bench.Gateway.Call(seconds: 60));
            await stream.RequestStream.WriteAsync(new() { Parent = ReplicaUnits.Strict, Fixes = { fixes } }, TestContext.Current.CancellationToken);
            Assert.Equal(Invalid, await Failure.OfAsync(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
        }
    });

    [Fact]
    public Task An_answer_with_far_too_long_headers_stays_with_its_caller() => BesideABoardAsync(async units =>
    {
        using var call = units.ReportPositionsAsync(new() { Parent = ReplicaUnits.Wordy, Fixes = { Right() } }, bench.Gateway.Call());

        Assert.Equal(1, (await call).AcceptedCount);
        Assert.Null(call.GetTrailers().GetValue("x-words"));
    });

    private async Task BesideABoardAsync(Func<UnitService.UnitServiceClient, Task> act)
    {
        await using var replica = await Replica.StartAsync(); // their own: all go over its one connection
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [replica]);
        using var board = gateway.Board().WatchBoard(new() { Parent = ReplicaBoard.Beating }, gateway.Call(seconds: 60));
        Assert.True(await board.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        await act(new(gateway.Channel()));

        Assert.Equal(ReplicaBoard.Beats, await board.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken));
    }

    private async Task ReportAsync(UnitService.UnitServiceClient units, IEnumerable<UnitFix> fixes) =>
        Assert.Equal(Invalid, await Failure.OfAsync(units.ReportPositionsAsync(new() { Parent = ReplicaUnits.Strict, Fixes = { fixes } }, bench.Gateway.Call(seconds: 60))));

    private static UnitFix Right() => new()
    {
        Unit = "municipalities/0888/units/b-1",
        Fix = new() { Position = new() { Latitude = 50.94, Longitude = 5.79 }, FixTime = Timestamp.FromDateTime(DateTime.UnixEpoch) },
    };

    private static IEnumerable<UnitFix> AllWrong() => Enumerable.Repeat(
        new UnitFix
        {
            Fix = new() { Position = new() { Latitude = 500, Longitude = -500 }, FixTime = new() { Nanos = -1 }, HeadingDegrees = 999, AccuracyMeters = -1, Source = (FixSource)99 },
        },
        200);
}

using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.Areas.Import;
using Handhaving.Dispatch.Tests.Areas;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Testing.Identity;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>A new installation takes reports before its first map is imported, says so, and checks them from the import on.</summary>
public sealed class FreshDatabaseTests(DispatchRegion region)
{
    [Fact]
    public async Task Reports_are_taken_before_the_first_import_and_checked_after_it_and_a_repeat_is_answered_as_before()
    {
        var place = Maps.At(187_000, 328_000); // lies in 1883 on the map that is imported
        await using var database = await OwnDatabase.CreateAsync();
        await using var replica = DispatchApp.Build(ArgumentsOf(database, out var address));
        await replica.StartAsync(TestContext.Current.CancellationToken);
        using var channel = GrpcChannel.ForAddress(address);
        var person = new Person(region, channel, "fresh-01", "centralist", ["0888"], ["westelijke-mijnstreek"]);
        var first = Work.Report();
        first.Incident.Location.Position = new() { Latitude = place.Latitude, Longitude = place.Longitude };
        var market = new V1.LocatePointRequest { Parent = first.Parent, Position = first.Incident.Location.Position };

        var before = (await person.Areas.LocatePointAsync(market, person.Call)).State;
        var taken = (await person.Incidents.ReportIncidentAsync(first, person.Call)).Incident;
        await DegradedAsync(channel, person);
        await ImportAsync(database);
        await Work.EventuallyAsync(async () => (await person.Areas.LocatePointAsync(market, person.Call)).State is not V1.PointState.NoAreas);
        var repeated = (await person.Incidents.ReportIncidentAsync(first, person.Call)).Incident;
        var refused = await Failure.OfAsync(person.Incidents.ReportIncidentAsync(new(first) { RequestId = Work.NewRequest() }, person.Call));
        await replica.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal((V1.PointState.NoAreas, null), (before, taken.Location.AreaPath));
        Assert.Equal(taken, repeated);
        Assert.Equal((StatusCode.InvalidArgument, "LOCATION_IN_OTHER_MUNICIPALITY"), (refused.Code, refused.Reason));
    }

    private static async Task DegradedAsync(GrpcChannel channel, Person person)
    {
        using var screen = new V1.BoardService.BoardServiceClient(channel).WatchBoard(new() { Parent = "teams/westelijke-mijnstreek" }, person.Headers, cancellationToken: TestContext.Current.CancellationToken);
        while (await screen.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            if (screen.ResponseStream.Current.Heartbeat?.Degradations.Any(one => one.Part is V1.DegradedPart.Areas) is true) return;
        throw new Xunit.Sdk.XunitException("The screen never said that there are no areas.");
    }

    private static async Task ImportAsync(OwnDatabase database)
    {
        await using var owner = await database.OpenAsync();
        await ImportAreas.ApplyAsync(owner, Maps.Official, await Maps.ReadAsync("gemeenten-rd.geojson"), TestContext.Current.CancellationToken);
    }

    private string[] ArgumentsOf(OwnDatabase database, out string address)
    {
        address = $"http://127.0.0.1:{Ports.Free()}";
        return
        [
            $"--urls={address}", $"--environment={Microsoft.Extensions.Hosting.Environments.Development}", $"--ConnectionStrings:dispatch={database.OwnerConnectionString}", $"--Database:Password={OwnDatabase.Password}",
            $"--ConnectionStrings:messaging=amqp://guest:guest@127.0.0.1:{Ports.Free()}/", $"--ConnectionStrings:cache=127.0.0.1:{Ports.Free()}",
            $"--Identity:Issuer={region.Issuer.Address}", "--Identity:Audience=handhaving", "--Logging:LogLevel:Default=Critical", "--Logging:LogLevel:MassTransit=Critical",
        ];
    }
}

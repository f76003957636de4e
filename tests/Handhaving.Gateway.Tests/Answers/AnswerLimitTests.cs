using Google.Protobuf;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Handhaving.ServiceDefaults.Telemetry;
using Handhaving.Testing.Telemetry;
using Xunit;

namespace Handhaving.Gateway.Tests.Answers;

/// <summary>A client whose window is 0 and stays so: what waits for it ends, and its connection goes on.</summary>
public sealed class AnswerLimitTests(Bench bench) : IDisposable
{
    private const string GetIncident = "/handhaving.dispatch.v1.IncidentService/GetIncident";
    private const string WatchBoard = "/handhaving.dispatch.v1.BoardService/WatchBoard";
    private const string Check = "/grpc.health.v1.Health/Check";
    private const byte EnhanceYourCalm = 0xb;
    private const int NoRoom = 0;

    private readonly GatewayUnderTest gateway = GatewayUnderTest.Start(
        bench.Issuer, [bench.Replica], ("Calls:AnswerLimit", "00:00:00.500"), ("Calls:UnaryLimit", "00:00:02"), ("Calls:StreamSilence", "00:00:02"));

    [Fact]
    public async Task A_refusal_in_grpc_needs_no_room()
    {
        using var client = await ConnectAsync(NoRoom);
        await client.CallAsync(1, "POST", GetIncident, [], ("content-type", "application/grpc"), ("te", "trailers"));

        var answer = await client.NextAsync();

        Assert.True(answer is { Type: FrameType.Headers, EndsStream: true } && answer.Says("grpc-status"));
    }

    [Theory]
    [InlineData("application/grpc-web+proto")]
    [InlineData("application/grpc-web-text")]
    public async Task Nor_in_grpc_web(string contentType)
    {
        using var client = await ConnectAsync(NoRoom);
        await client.CallAsync(1, "POST", GetIncident, [], ("content-type", contentType));

        Assert.True((await client.NextAsync()) is { Type: FrameType.Headers, EndsStream: true });
    }

    [Theory]
    [InlineData("POST", GetIncident, "application/json")]
    [InlineData("GET", "/descriptor.binpb", "")]
    [InlineData("GET", "/protos.zip", "")]
    [InlineData("POST", Check, "application/grpc")]
    [InlineData("POST", Check, "application/grpc-web")]
    public async Task What_needs_no_login_is_reset_when_it_is_not_taken(string method, string path, string contentType)
    {
        using var client = await ConnectAsync(NoRoom);
        await client.CallAsync(1, method, path, [], ("content-type", contentType));

        await ExpectLeftAsync(client, 1);
    }

    [Fact]
    public async Task A_call_without_its_message_is_not_waited_for()
    {
        using var client = await ConnectAsync(NoRoom);
        await client.CallAsync(1, "POST", Check, message: null, ("content-type", "application/grpc"));

        Assert.Equal((FrameType.RstStream, EnhanceYourCalm), await ResetAsync(client));
    }

    [Fact]
    public async Task The_answer_of_a_service_is_reset_when_it_is_not_taken()
    {
        using var client = await ConnectAsync(NoRoom);
        await AskAsync(client, 1);

        await ExpectLeftAsync(client, 1);
    }

    [Fact]
    public async Task And_over_tls_and_is_counted()
    {
        using var measured = new Measurements(TelemetrySetup.SourceName);
        using var client = await FrameClient.ConnectByTlsAsync(gateway.HttpsPort, NoRoom);
        await AskAsync(client, 1);

        await ExpectLeftAsync(client, 1);

        Assert.True(measured.SumOf("handhaving.answers.left") >= 1);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Who_takes_it_over_tls_gets_it_in_either_version(string version)
    {
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var client = new HttpClient(handler) { BaseAddress = gateway.Https, DefaultRequestVersion = new(version), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        for (var time = 0; time < 3; time++) Assert.NotEmpty(await client.GetByteArrayAsync("/protos.zip", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stream_that_ended_is_reset_when_its_rest_is_not_taken()
    {
        using var client = await ConnectAsync(NoRoom);
        await WatchAsync(client, 1, ReplicaBoard.Beating);

        await ExpectLeftAsync(client, 1);
    }

    [Fact]
    public async Task A_board_that_is_never_read_ends()
    {
        using var client = await ConnectAsync(NoRoom);
        await WatchAsync(client, 1, ReplicaBoard.Flooding);

        Assert.Equal(FrameType.Headers, (await client.NextAsync()).Type);
        Assert.Equal(FrameType.RstStream, (await client.NextAsync()).Type);
        await bench.Replica.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_connection_of_a_call_that_was_reset_serves_the_next()
    {
        using var client = await ConnectAsync(NoRoom);
        await AskAsync(client, 1);
        await ExpectLeftAsync(client, 1);

        await AskAsync(client, 3);
        Assert.Equal((FrameType.Headers, 3), await HeadAsync(client));
        await client.GiveRoomAsync(3, 65_535);

        Assert.Equal((FrameType.Data, 3), await HeadAsync(client));
        Assert.True((await client.NextAsync()) is { Type: FrameType.Headers, EndsStream: true, Stream: 3 });
    }

    [Fact]
    public async Task Who_takes_the_answer_a_little_late_gets_all_of_it()
    {
        await using var patient = GatewayUnderTest.Start(bench.Issuer, [bench.Replica], ("Calls:AnswerLimit", "00:01:00"));
        using var client = await FrameClient.ConnectAsync(patient.GrpcPort, NoRoom);
        await AskAsync(client, 1);
        Assert.Equal((FrameType.Headers, 1), await HeadAsync(client));

        await client.GiveRoomAsync(1, 65_535);

        Assert.Equal((FrameType.Data, 1), await HeadAsync(client));
        Assert.True((await client.NextAsync()) is { Type: FrameType.Headers, EndsStream: true });
    }

    public void Dispose() => gateway.Dispose();

    private Task<FrameClient> ConnectAsync(int window) => FrameClient.ConnectAsync(gateway.GrpcPort, window);

    private Task AskAsync(FrameClient client, int stream) => CallAsync(client, stream, GetIncident, new GetIncidentRequest { Name = ReplicaIncidents.Any });

    private Task WatchAsync(FrameClient client, int stream, string parent) => CallAsync(client, stream, WatchBoard, new WatchBoardRequest { Parent = parent });

    private Task CallAsync(FrameClient client, int stream, string path, IMessage request) => client.CallAsync(
        stream, "POST", path, request.ToByteArray(), ("content-type", "application/grpc"), ("te", "trailers"), ("authorization", "Bearer " + bench.Issuer.Token()), ("grpc-timeout", "1S"));

    // Its headers came, and nothing more.
    private static async Task ExpectLeftAsync(FrameClient client, int stream)
    {
        Assert.Equal((FrameType.Headers, stream), await HeadAsync(client));
        Assert.Equal((FrameType.RstStream, EnhanceYourCalm), await ResetAsync(client));
    }

    private static async Task<(FrameType, int)> HeadAsync(FrameClient client)
    {
        var frame = await client.NextAsync();
        return (frame.Type, frame.Stream);
    }

    private static async Task<(FrameType, byte)> ResetAsync(FrameClient client)
    {
        var frame = await client.NextAsync();
        return (frame.Type, frame.Payload[^1]);
    }
}

using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Handhaving.Testing.Identity;
using Xunit;

namespace Handhaving.Gateway.Tests.Routes;

public sealed class TerminationTests(Bench bench)
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task On_sigterm_streams_end_with_a_status_and_the_process_exits_in_time_with_zero()
    {
        var port = Ports.Free();
        using var process = Start(port);
        var gateway = process.Process;
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        var options = new CallOptions(GatewayUnderTest.Bearer(bench.Issuer.Token()), DateTime.UtcNow.AddSeconds(60), TestContext.Current.CancellationToken).WithWaitForReady();
        using var stream = new BoardService.BoardServiceClient(channel).WatchBoard(new() { Parent = ReplicaBoard.Silent }, options);
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        using var kill = Process.Start("kill", ["-TERM", gateway.Id.ToString(provider: null)]);

        Assert.Equal((StatusCode.Unavailable, "DRAINING"), await Failure.OfAsync(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
        await gateway.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Promised, TestContext.Current.CancellationToken);
        Assert.Equal(0, gateway.ExitCode);
    }

    private RunningGateway Start(int port)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Identity__Issuer"] = bench.Issuer.Address,
                ["Listen__Http"] = "",
                ["Listen__Grpc"] = port.ToString(provider: null),
                ["Listen__Https"] = "",
                ["services__dispatch__http__0"] = bench.Replica.Address,
            },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.BeginOutputReadLine();
        return new(process);
    }

    private sealed record RunningGateway(Process Process) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill(); // does nothing to a process that has ended
            Process.Dispose();
        }
    }
}

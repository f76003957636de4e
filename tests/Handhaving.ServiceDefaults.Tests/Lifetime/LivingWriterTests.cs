using Grpc.Core;
using Handhaving.ServiceDefaults.Lifetime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Lifetime;

/// <summary>A message for a reader who left is no defect of ours.</summary>
public sealed class LivingWriterTests : IDisposable
{
    private readonly CancellationTokenSource left = new();
    private readonly Quiet host = new();

    [Fact]
    public async Task A_write_to_a_reader_who_left_is_cancelled()
    {
        using var life = new StreamLife(Given.Caller(), host, new FakeTimeProvider(Given.Now), left.Token);
        var writer = new LivingWriter<string>(new Complete(), life);
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.WriteAsync("too late", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_write_that_fails_while_the_reader_is_there_is_told_as_it_is()
    {
        using var life = new StreamLife(Given.Caller(), host, new FakeTimeProvider(Given.Now), left.Token);
        var writer = new LivingWriter<string>(new Complete(), life);

        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.WriteAsync("now", TestContext.Current.CancellationToken));
    }

    public void Dispose() => left.Dispose();

    /// <summary>Says what the runtime says of a call that is over.</summary>
    private sealed class Complete : IServerStreamWriter<string>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(string message) => throw new InvalidOperationException("Can't write the message because the request is complete.");
    }

    private sealed class Quiet : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => throw new NotSupportedException();
    }
}

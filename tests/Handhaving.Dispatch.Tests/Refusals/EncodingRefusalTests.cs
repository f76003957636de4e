using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>A message compressed in a way that is not taken is told so, not that its method does not exist.</summary>
[Collection(Matrix.Name)]
public sealed class EncodingRefusalTests(QuietRegion quiet)
{
    private static readonly byte[] Compressed = [1, 0, 0, 0, 1, 0]; // flag, length, one byte

    [Theory]
    [InlineData("IncidentService/GetIncident", "zzz", "UNSUPPORTED_ENCODING")]
    [InlineData("BoardService/WatchBoard", "zzz", "UNSUPPORTED_ENCODING")]
    [InlineData("UnitService/StreamPositions", "zzz", "UNSUPPORTED_ENCODING")]
    [InlineData("IncidentService/NoSuchMethod", "zzz", "UNKNOWN_METHOD")]
    [InlineData("IncidentService/GetIncident", "gzip", "INVALID_REQUEST")] // it is taken, and is none
    public async Task A_compressed_message_is_refused_for_what_is_wrong_with_it(string method, string encoding, string reason)
    {
        var status = await SendAsync(method, encoding);

        Assert.Equal(reason, status.GetDetail<ErrorInfo>().Reason);
        Assert.NotEmpty(status.GetDetail<LocalizedMessage>().Message);
    }

    private async Task<Status> SendAsync(string method, string encoding)
    {
        using var client = new HttpClient { BaseAddress = new("http://" + quiet.Region.Replica(0).Target) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "handhaving.dispatch.v1." + method)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Compressed) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
            Headers = { { "te", "trailers" }, { "grpc-encoding", encoding }, { "grpc-timeout", "20S" }, { "authorization", "Bearer " + quiet.Region.Issuer.Token("centralist-1", ["centralist"], ["0888"], []) } },
        };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var details = answer.TrailingHeaders.Concat(answer.Headers).First(header => header.Key == "grpc-status-details-bin").Value.Single();
        return Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '=')));
    }
}

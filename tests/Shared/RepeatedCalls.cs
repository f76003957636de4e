using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace Handhaving.Testing;

/// <summary>What is in doubt is asked again under its request_id, as every client does (contracts): on a loaded machine an act may wait longer than a service holds a call.</summary>
internal static class RepeatedCalls
{
    public static GrpcChannelOptions Options => new()
    {
        ServiceConfig = new()
        {
            MethodConfigs =
            {
                new()
                {
                    Names = { MethodName.Default },
                    RetryPolicy = new()
                    {
                        MaxAttempts = 5, InitialBackoff = TimeSpan.FromMilliseconds(200), MaxBackoff = TimeSpan.FromSeconds(2), BackoffMultiplier = 2,
                        RetryableStatusCodes = { StatusCode.Unavailable, StatusCode.DeadlineExceeded },
                    },
                },
            },
        },
    };
}

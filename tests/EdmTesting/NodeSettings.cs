namespace EdmTesting;

/// <summary>The ports of one node, one a listener.</summary>
internal sealed record NodePorts(int Plaintext, int Controller, int Tls, int Sasl);

/// <summary>The text of a node's <c>server.properties</c>: a small cluster's settings, chosen for quick starts and quick turns.</summary>
internal static class NodeSettings
{
    // Plain listeners go by address, as brokers then listen and clients then call on exactly one; the others go by the certificate's name.
    public static string Text(int node, IReadOnlyList<NodePorts> all, string dataFolder, (string KeyStore, string TrustStore)? tls)
    {
        var own = all[node - 1];
        var listeners = $"PLAINTEXT://127.0.0.1:{own.Plaintext},CONTROLLER://127.0.0.1:{own.Controller}";
        if (tls is not null) listeners += $",SSL://localhost:{own.Tls},SASL_SSL://localhost:{own.Sasl}";
        var inSync = all.Count > 1 ? 2 : 1;
        var plain = $"""
            process.roles=broker,controller
            node.id={node}
            controller.quorum.voters={string.Join(',', all.Select((ports, i) => $"{i + 1}@127.0.0.1:{ports.Controller}"))}
            controller.listener.names=CONTROLLER
            listeners={listeners}
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL,SASL_SSL:SASL_SSL
            inter.broker.listener.name=PLAINTEXT
            log.dirs={dataFolder}
            auto.create.topics.enable=false
            default.replication.factor={all.Count}
            min.insync.replicas={inSync}
            offsets.topic.replication.factor={all.Count}
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor={all.Count}
            transaction.state.log.min.isr={inSync}
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.replication.factor={all.Count}
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            broker.session.timeout.ms=4000
            broker.heartbeat.interval.ms=1000
            log.cleaner.dedupe.buffer.size=8388608
            log.cleaner.backoff.ms=500

            """;
        return tls is not { } stores ? plain : plain + $"""
            ssl.keystore.type=PEM
            ssl.keystore.location={stores.KeyStore}
            ssl.truststore.type=PEM
            ssl.truststore.location={stores.TrustStore}
            listener.name.ssl.ssl.client.auth=required
            sasl.enabled.mechanisms=SCRAM-SHA-512
            listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;

            """;
    }
}

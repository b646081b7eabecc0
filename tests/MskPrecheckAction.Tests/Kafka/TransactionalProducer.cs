using Confluent.Kafka;

namespace MskPrecheckAction.Kafka;

/// <summary>A real transactional producer. Opened only, its id is Empty in __transaction_state; then Ongoing, CompleteCommit or CompleteAbort.</summary>
public sealed class TransactionalProducer : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly IProducer<string, string> producer;

    /// <summary>Opens the id: the cluster's first one makes the topic __transaction_state.</summary>
    public TransactionalProducer(KafkaCluster cluster, string transactionalId)
    {
        producer = new ProducerBuilder<string, string>(new ProducerConfig(cluster.Plaintext()) { TransactionalId = transactionalId, TransactionTimeoutMs = 60_000 })
            .SetLogHandler((_, _) => { })
            .SetErrorHandler((_, _) => { })
            .Build();
        producer.InitTransactions(Limit);
    }

    /// <summary>Begins a transaction and writes a record in it: Ongoing.</summary>
    public void Begin(string topic)
    {
        producer.BeginTransaction();
        producer.Produce(topic, new Message<string, string> { Key = "k", Value = "v" });
        producer.Flush(Limit);
    }

    public void Commit() => producer.CommitTransaction(Limit);

    public void Abort() => producer.AbortTransaction(Limit);

    // An open transaction stays open on the cluster: the client goes without a word.
    public void Dispose() => producer.Dispose();
}

# The log: three brokers, one in each zone, of which one may fail. Clients speak TLS and give a password; there is no other way in.

resource "aws_msk_configuration" "edm" {
  name           = var.project
  kafka_versions = [var.kafka_version]

  # The services make their topics, with the partitions that they need. An acknowledged event is on two brokers at least.
  server_properties = <<-PROPERTIES
    auto.create.topics.enable=false
    default.replication.factor=3
    min.insync.replicas=2
    num.partitions=6
    unclean.leader.election.enable=false
  PROPERTIES

  # Another version has another configuration: it is there before the cluster lets the old one go.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_msk_cluster" "edm" {
  cluster_name           = var.project
  kafka_version          = var.kafka_version
  number_of_broker_nodes = 3

  # By topic, which costs extra: one alarm looks at what arrives in edm-rejected.
  enhanced_monitoring = "PER_TOPIC_PER_BROKER"

  broker_node_group_info {
    instance_type   = var.broker_size
    client_subnets  = local.in_tier["data"]
    security_groups = [aws_security_group.part["kafka"].id]

    connectivity_info {
      public_access {
        type = "DISABLED"
      }
    }

    storage_info {
      ebs_storage_info {
        volume_size = var.broker_storage
      }
    }
  }

  client_authentication {
    unauthenticated = false

    sasl {
      scram = true
      iam   = false
    }
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.edm.arn

    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }

  configuration_info {
    arn      = aws_msk_configuration.edm.arn
    revision = aws_msk_configuration.edm.latest_revision
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = aws_cloudwatch_log_group.kafka.name
      }
    }
  }
}

resource "aws_cloudwatch_log_group" "kafka" {
  name              = "/${var.project}/kafka"
  retention_in_days = var.log_days
}

# Brokers look up by themselves who may come in.
resource "aws_secretsmanager_secret_policy" "kafka" {
  secret_arn = aws_secretsmanager_secret.kept["kafka"].arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "kafka.amazonaws.com" }
      Action    = "secretsmanager:GetSecretValue"
      Resource  = aws_secretsmanager_secret.kept["kafka"].arn
    }]
  })
}

resource "aws_msk_scram_secret_association" "edm" {
  cluster_arn     = aws_msk_cluster.edm.arn
  secret_arn_list = [aws_secretsmanager_secret.kept["kafka"].arn]
  depends_on      = [aws_secretsmanager_secret_version.kafka, aws_secretsmanager_secret_policy.kafka]
}

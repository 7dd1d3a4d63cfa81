# What must hold, whatever it is changed for. It needs no account: terraform test.

mock_provider "aws" {
  source          = "./tests/aws"
  override_during = plan
}

# Nobody asks it for anything while there is but a plan.
provider "aws" {
  alias                       = "passwords"
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variables {
  domain          = "shop.example.com"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/x"
  image_tag       = "15b906c"
}

run "the_log" {
  command = plan

  assert {
    condition = alltrue([
      aws_msk_cluster.edm.encryption_info[0].encryption_in_transit[0].client_broker == "TLS",
      aws_msk_cluster.edm.encryption_info[0].encryption_in_transit[0].in_cluster,
    ])
    error_message = "Clients and brokers speak TLS, and nothing else."
  }

  assert {
    condition = alltrue([
      aws_msk_cluster.edm.client_authentication[0].sasl[0].scram,
      !aws_msk_cluster.edm.client_authentication[0].sasl[0].iam,
      !aws_msk_cluster.edm.client_authentication[0].unauthenticated,
    ])
    error_message = "Who has no password does not come in."
  }

  assert {
    condition     = alltrue([for line in ["default.replication.factor=3", "min.insync.replicas=2", "unclean.leader.election.enable=false"] : strcontains("\n${aws_msk_configuration.edm.server_properties}", "\n${line}\n")])
    error_message = "Three replicas, two of them behind an acknowledgement, and no leader that lacks what was acknowledged."
  }

  assert {
    condition     = strcontains("\n${aws_msk_configuration.edm.server_properties}", "\nauto.create.topics.enable=false\n")
    error_message = "A topic that is written to by mistake is made with one partition."
  }

  assert {
    condition     = aws_msk_cluster.edm.number_of_broker_nodes == 3 && length(local.in_tier["data"]) == 3 && length(distinct(local.zones)) == 3
    error_message = "One broker in each of three zones."
  }

  assert {
    condition     = aws_msk_cluster.edm.broker_node_group_info[0].connectivity_info[0].public_access[0].type == "DISABLED"
    error_message = "No broker is on the internet."
  }

  assert {
    condition     = startswith(aws_secretsmanager_secret.kept["kafka"].name, "AmazonMSK_") && aws_secretsmanager_secret.kept["kafka"].kms_key_id == aws_kms_key.edm.arn
    error_message = "MSK takes only secrets of that name, under a key of the account's own."
  }
}

run "the_history" {
  command = plan

  assert {
    condition     = !aws_db_instance.history.publicly_accessible
    error_message = "The database is not on the internet."
  }

  assert {
    condition     = aws_db_instance.history.storage_encrypted && one([for p in aws_db_parameter_group.history.parameter : p.value if p.name == "rds.force_ssl"]) == "1"
    error_message = "The database is encrypted, on its disk and on the way."
  }

  assert {
    condition     = aws_db_instance.history.backup_retention_period >= 7 && aws_db_instance.history.deletion_protection && !aws_db_instance.history.skip_final_snapshot
    error_message = "History is not lost by a slip of the hand."
  }
}

run "the_secrets" {
  command = plan

  assert {
    condition     = aws_db_instance.history.password == null && aws_db_instance.history.password_wo_version == 1
    error_message = "The database's password would be in the state."
  }

  assert {
    condition = alltrue([for version in [
      aws_secretsmanager_secret_version.viewer_key, aws_secretsmanager_secret_version.kafka,
      aws_secretsmanager_secret_version.database, aws_secretsmanager_secret_version.database_url,
    ] : version.secret_string == null && version.secret_string_wo_version == 1])
    error_message = "A secret would be in the state."
  }

  assert {
    condition     = alltrue([for file in fileset(path.module, "*.tf") : length(regexall("(?m)^\\s*(password|secret_string|secret_binary|master_password|manage_master_user_password)\\s*=", file("${path.module}/${file}"))) == 0])
    error_message = "Only the write-only attributes, password_wo and secret_string_wo, stay out of the state."
  }

  assert {
    condition     = alltrue([for name, main in local.main : length([for e in main.environment : e.name if can(regex("(?i)password|viewerkey|database_url", e.name))]) == 0])
    error_message = "A secret that is told as a plain variable is in the state, and for everyone to read who may describe a task."
  }

  assert {
    condition     = toset([for s in local.main.stats.secrets : s.name]) == toset(["Access__ViewerKey", "KAFKA_SASL_USERNAME", "KAFKA_SASL_PASSWORD", "DATABASE_URL"])
    error_message = "History gets its secrets when it starts."
  }

  assert {
    condition     = [for s in local.main.web.secrets : s.name] == ["Access__ViewerKey"] && !contains(concat(local.services.relay.reads, local.services.stream.reads), "database_url")
    error_message = "Each service reads only the secrets that are its."
  }
}

run "the_network" {
  command = plan

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.internet : rule.from_port]) == toset([80, 443]) && alltrue([for rule in aws_vpc_security_group_ingress_rule.talk : rule.cidr_ipv4 == null])
    error_message = "The internet reaches the balancer on 80 and 443, and nothing else."
  }

  assert {
    condition = alltrue([
      toset([for talk in local.talks : talk.from if talk.to == "kafka"]) == toset(["relay", "stream", "stats"]),
      [for talk in local.talks : talk.from if talk.to == "database"] == ["stats"],
      alltrue([for talk in local.talks : contains(["web", "relay"], talk.to) if talk.from == "balancer"]),
    ])
    error_message = "Brokers hear those who read and write the log, the database hears history, and the balancer speaks to web and relay."
  }

  assert {
    condition     = length([for name, route in aws_route.out : name if startswith(name, "data-")]) == 0
    error_message = "From the brokers and the database no way leads out."
  }

  assert {
    condition     = alltrue([for service in aws_ecs_service.service : !service.network_configuration[0].assign_public_ip])
    error_message = "No service is on the internet but through the balancer."
  }

  assert {
    condition     = aws_lb_listener.https.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06" && aws_lb_listener.https.protocol == "HTTPS"
    error_message = "TLS 1.2 and 1.3, and nothing older."
  }

  assert {
    condition     = aws_lb_listener.http.default_action[0].type == "redirect" && aws_lb_listener.http.default_action[0].redirect[0].protocol == "HTTPS"
    error_message = "Who comes without TLS is sent to where it is."
  }
}

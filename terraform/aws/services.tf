# The services: what each is told, and which secrets it gets. Topics are made by the services themselves, with three replicas.

locals {
  told = {
    PORT                     = tostring(local.port)
    Access__KnownProxies     = var.network
    DOTNET_EnableDiagnostics = "0" # It would write into /tmp, and nothing can be written here.
  }
  brokers = {
    KAFKA_BOOTSTRAP_SERVERS = aws_msk_cluster.edm.bootstrap_brokers_sasl_scram
    KAFKA_SASL_MECHANISM    = "SCRAM-SHA-512"
    KAFKA_PREFIX            = var.kafka_prefix
  }
  forwards = {
    Web__Relay    = "http://relay.${aws_service_discovery_private_dns_namespace.edm.name}:${local.port}"
    Web__Stream   = "http://stream.${aws_service_discovery_private_dns_namespace.edm.name}:${local.port}"
    Web__Stats    = "http://stats.${aws_service_discovery_private_dns_namespace.edm.name}:${local.port}"
    Web__TimeZone = var.time_zone
  }

  services = {
    relay  = { told = local.brokers, reads = ["viewer_key", "kafka"] }
    stream = { told = local.brokers, reads = ["viewer_key", "kafka"] }
    stats  = { told = local.brokers, reads = ["viewer_key", "kafka", "database_url"] }
    web    = { told = local.forwards, reads = ["viewer_key"] }
  }
  behind = { for name, service in local.services : name => service if name != "web" }

  # By the variable, where its value is kept.
  secret_variables = {
    viewer_key = { Access__ViewerKey = aws_secretsmanager_secret.kept["viewer_key"].arn }
    kafka = {
      KAFKA_SASL_USERNAME = "${aws_secretsmanager_secret.kept["kafka"].arn}:username::"
      KAFKA_SASL_PASSWORD = "${aws_secretsmanager_secret.kept["kafka"].arn}:password::"
    }
    database_url = { DATABASE_URL = aws_secretsmanager_secret.kept["database_url"].arn }
  }
}

resource "aws_ecs_service" "service" {
  for_each        = local.services
  name            = each.key
  cluster         = aws_ecs_cluster.edm.id
  task_definition = aws_ecs_task_definition.service[each.key].arn
  launch_type     = "FARGATE"
  desired_count   = var.services[each.key].least

  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = contains(keys(aws_lb_target_group.service), each.key) ? 120 : null
  wait_for_steady_state              = true

  # Passwords are read when a task starts.
  force_new_deployment = true
  triggers             = { secrets = var.secrets_version }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = local.in_tier["services"]
    security_groups  = [aws_security_group.part[each.key].id]
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = [for name, group in aws_lb_target_group.service : group.arn if name == each.key]
    content {
      target_group_arn = load_balancer.value
      container_name   = each.key
      container_port   = local.port
    }
  }

  dynamic "service_registries" {
    for_each = [for name, service in aws_service_discovery_service.behind : service.arn if name == each.key]
    content {
      registry_arn = service_registries.value
    }
  }

  lifecycle {
    ignore_changes = [desired_count]
  }

  # A task that starts finds its secrets, a way to AWS, the brokers open to it, and a balancer that knows its group.
  depends_on = [
    aws_iam_role_policy.start,
    aws_lb_listener.https,
    aws_lb_listener_rule.relay,
    aws_msk_scram_secret_association.edm,
    aws_route.out,
    aws_secretsmanager_secret_version.database_url,
    aws_secretsmanager_secret_version.viewer_key,
    aws_vpc_security_group_egress_rule.aws,
    aws_vpc_security_group_egress_rule.talk,
    aws_vpc_security_group_ingress_rule.talk,
  ]
}

# How the services run, and that it agrees with what their sources say.

mock_provider "aws" {
  source          = "./tests/aws"
  override_during = plan
}

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

run "containers" {
  command = plan

  assert {
    condition     = output.shop == "https://shop.example.com/" && output.dashboard == "https://shop.example.com/dashboard" && output.relay == "https://shop.example.com/events"
    error_message = "The shop, its dashboard and the relay have the domain's name."
  }

  assert {
    condition = alltrue(flatten([for task in aws_ecs_task_definition.service : [for container in jsondecode(task.container_definitions) :
    container.readonlyRootFilesystem && container.user != "0" && container.user != "root" && container.linuxParameters.capabilities.drop == ["ALL"]]]))
    error_message = "No container writes to its root, is root, or may do what only root may."
  }

  assert {
    condition     = alltrue([for task in aws_ecs_task_definition.service : task.task_role_arn == null])
    error_message = "The programs ask nothing of AWS, and need no credentials."
  }

  assert {
    condition     = alltrue([for policy in aws_iam_role_policy.start : alltrue([for s in jsondecode(policy.policy).Statement : s.Resource != "*" || s.Action == "ecr:GetAuthorizationToken"])])
    error_message = "Each right is to a thing that is named."
  }

  assert {
    condition     = alltrue(flatten([for task in aws_ecs_task_definition.service : [for container in jsondecode(task.container_definitions) : endswith(container.image, ":15b906c")]]))
    error_message = "What runs is what image_tag says."
  }

  assert {
    condition = alltrue([
      jsondecode(aws_ecs_task_definition.service["stats"].container_definitions)[0].dependsOn == [{ containerName = "migrate", condition = "SUCCESS" }],
      jsondecode(aws_ecs_task_definition.service["stats"].container_definitions)[1].name == "migrate",
      jsondecode(aws_ecs_task_definition.service["stats"].container_definitions)[1].command == ["migrate"],
      !jsondecode(aws_ecs_task_definition.service["stats"].container_definitions)[1].essential,
    ])
    error_message = "History starts when its tables are up to date, and does not end with what saw to them."
  }

  assert {
    condition     = toset([for e in local.main.web.environment : e.name if startswith(e.name, "Web__")]) == toset(["Web__Relay", "Web__Stream", "Web__Stats", "Web__TimeZone"])
    error_message = "Web forwards to all the others."
  }

  assert {
    condition     = alltrue([for main in local.main : one([for e in main.environment : e.value if e.name == "Access__KnownProxies"]) == var.network])
    error_message = "What stands before a service is believed about who asks, and nobody else is."
  }
}

run "stopping" {
  command = plan

  assert {
    condition     = alltrue([for container in concat(values(local.main), [local.migrate]) : container.stopTimeout > tonumber(regex("ShutdownTimeout = TimeSpan.FromSeconds\\((\\d+)\\)", file("../../src/EdmHosting/HostingRegistration.cs"))[0])])
    error_message = "A service is killed before it has stopped by itself."
  }

  assert {
    condition     = alltrue([for group in aws_lb_target_group.service : tonumber(group.deregistration_delay) < local.stop_timeout && tonumber(group.deregistration_delay) > 10])
    error_message = "A task is taken from the balancer, answers what it has begun (10 s at most), and is stopped then."
  }

  assert {
    condition     = alltrue([for service in aws_ecs_service.service : service.deployment_minimum_healthy_percent == 100 && service.deployment_circuit_breaker[0].rollback])
    error_message = "The new one is well before the old one goes, or the old one stays."
  }

  assert {
    condition     = aws_lb.edm.idle_timeout > 15 && alltrue([for group in aws_lb_target_group.service : group.health_check[0].path == "/health/ready"])
    error_message = "A dashboard speaks every 15 seconds, and is cut off in between."
  }
}

run "names" {
  command = plan

  variables {
    kafka_prefix = "shop."
  }

  assert {
    condition     = alltrue([for topic in concat(values(local.inputs), ["shop.edm-rejected"]) : startswith(topic, "shop.") && strcontains(file("../../src/EdmContracts/Topics.cs"), "\"${trimprefix(topic, "shop.")}\"")])
    error_message = "Alarms look at topics that nobody writes."
  }

  assert {
    condition     = alltrue([for group in values(local.groups) : strcontains(file("../../src/EdmContracts/ConsumerGroups.cs"), "\"${trimprefix(group, "shop.")}\"")])
    error_message = "Alarms look at groups that nobody reads as."
  }

  assert {
    condition     = alltrue([for path in one(one(aws_lb_listener_rule.relay.condition).path_pattern).values : strcontains(file("../../src/EdmWeb/Forward/ForwardedService.cs"), "\"${replace(path, "*", "{**path}")}\"")])
    error_message = "What the balancer sends to the relay is not what web would."
  }

  assert {
    condition     = contains(flatten([for query in aws_cloudwatch_metric_alarm.rejected.metric_query : [for metric in query.metric : metric.dimensions.Topic]]), "shop.edm-rejected") && length(aws_cloudwatch_metric_alarm.lag) == 2
    error_message = "There is an alarm on rejected records, and on both groups' lag."
  }

  assert {
    condition     = one([for e in local.main.relay.environment : e.value if e.name == "KAFKA_PREFIX"]) == "shop."
    error_message = "The services are told the prefix."
  }
}

# What is planned for the values that are given, and which are refused.

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

run "sizes_are_the_variables" {
  command = plan

  variables {
    broker_size      = "kafka.t3.small"
    broker_storage   = 50
    database_size    = "db.t4g.micro"
    database_storage = 30
    database_standby = false
    nat_gateways     = 3
    services         = { relay = { cpu = 1024, memory = 2048, least = 3, most = 12 } }
  }

  assert {
    condition = alltrue([
      aws_msk_cluster.edm.broker_node_group_info[0].instance_type == "kafka.t3.small",
      aws_msk_cluster.edm.broker_node_group_info[0].storage_info[0].ebs_storage_info[0].volume_size == 50,
    ])
    error_message = "The brokers are of the size that is said."
  }

  assert {
    condition     = aws_db_instance.history.instance_class == "db.t4g.micro" && aws_db_instance.history.allocated_storage == 30 && aws_db_instance.history.max_allocated_storage == 150 && !aws_db_instance.history.multi_az
    error_message = "The database is of the size that is said."
  }

  assert {
    condition = alltrue([
      aws_ecs_task_definition.service["relay"].cpu == "1024" && aws_ecs_task_definition.service["relay"].memory == "2048",
      aws_ecs_service.service["relay"].desired_count == 3,
      aws_appautoscaling_target.service["relay"].min_capacity == 3 && aws_appautoscaling_target.service["relay"].max_capacity == 12,
    ])
    error_message = "The relay is of the size that is said."
  }

  assert {
    condition     = aws_ecs_task_definition.service["web"].cpu == "256" && aws_ecs_service.service["web"].desired_count == 2
    error_message = "What is not said stays as it is."
  }

  assert {
    condition     = length(aws_nat_gateway.edm) == 3
    error_message = "Each zone has a way out of its own."
  }
}

run "a_zone_gets_the_name" {
  command = plan

  variables {
    zone_id = "Z1"
  }

  assert {
    condition     = aws_route53_record.shop[0].name == "shop.example.com"
    error_message = "The domain's name leads to the balancer."
  }
}

run "what_is_torn_down_again_need_not_be_protected" {
  command = plan

  variables {
    deletion_protection = false
  }

  assert {
    condition     = !aws_db_instance.history.deletion_protection && !aws_lb.edm.enable_deletion_protection && aws_secretsmanager_secret.kept["kafka"].recovery_window_in_days == 0
    error_message = "Without protection destroy leaves no name taken."
  }
}

run "another_version_draws_all_anew" {
  command = plan

  variables {
    secrets_version = 2
  }

  assert {
    condition     = aws_db_instance.history.password_wo_version == 2 && aws_secretsmanager_secret_version.database_url.secret_string_wo_version == 2 && aws_ecs_service.service["stats"].triggers.secrets == "2"
    error_message = "The database, what its users are told, and the tasks get it together."
  }
}

run "wrong_values_are_refused" {
  command = plan

  variables {
    project          = "Edm"
    domain           = "https://shop.example.com/"
    certificate_arn  = "shop.example.com"
    viewer_key       = "short"
    secrets_version  = 0
    time_zone        = "Berlin?"
    image_tag        = "latest"
    kafka_prefix     = "shop/"
    kafka_version    = "3.9.x"
    broker_size      = "m7g.large"
    broker_storage   = 1
    database_size    = "t4g.small"
    database_storage = 5
    nat_gateways     = 0
    architecture     = "x86"
    backup_days      = 0
    log_days         = 2
    network          = "10.60.0.0/28"
    services         = { relay = { cpu = 512, memory = 512 }, web = { least = 7 } }
  }

  expect_failures = [
    var.project, var.domain, var.certificate_arn, var.viewer_key, var.secrets_version, var.time_zone, var.image_tag, var.kafka_prefix,
    var.kafka_version, var.broker_size, var.broker_storage, var.database_size, var.database_storage, var.nat_gateways, var.architecture,
    var.backup_days, var.log_days, var.network, var.services,
  ]
}

run "a_service_has_at_most_its_most" {
  command = plan

  variables {
    services = { web = { least = 7, most = 6 } }
  }

  expect_failures = [var.services]
}

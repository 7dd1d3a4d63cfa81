# How a service runs, the same for each: not root, a root file system that is read-only, no capabilities.

locals {
  # The programs stop within 25 seconds. The balancer has sent nothing new for a while by then: ECS takes a task from it and
  # waits for deregistration_delay before it asks the task to stop.
  stop_timeout         = 30
  deregistration_delay = 20

  container = { for name, service in local.services : name => {
    image                  = "${aws_ecr_repository.service[name].repository_url}:${var.image_tag}"
    user                   = "1654"
    readonlyRootFilesystem = true
    linuxParameters        = { capabilities = { drop = ["ALL"] } }
    stopTimeout            = local.stop_timeout

    # A log that is out of reach must not hold up a service.
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.service[name].name
        awslogs-region        = var.region
        awslogs-stream-prefix = "task"
        mode                  = "non-blocking"
        max-buffer-size       = "4m"
      }
    }
  } }

  main = { for name, service in local.services : name => merge(local.container[name], {
    name         = name
    essential    = true
    portMappings = [{ containerPort = local.port, protocol = "tcp" }]
    environment  = [for key, value in merge(local.told, service.told) : { name = key, value = value }]
    secrets      = [for key, value in merge([for read in service.reads : local.secret_variables[read]]...) : { name = key, valueFrom = value }]

    # Patient: while the brokers are away it is of no use to start a service anew.
    healthCheck = { command = ["CMD", "/app/service", "health"], interval = 30, timeout = 5, retries = 10, startPeriod = 300 }
    },
    # History alone has tables to wait for.
    { for key, value in { dependsOn = [{ containerName = "migrate", condition = "SUCCESS" }] } : key => value if name == "stats" },
  ) }

  # Brings the tables up to date before history starts. Any number may do so at once: one works, the others wait.
  migrate = merge(local.container.stats, {
    name        = "migrate"
    essential   = false
    command     = ["migrate"]
    environment = [{ name = "DOTNET_EnableDiagnostics", value = "0" }]
    secrets     = [for key, value in local.secret_variables.database_url : { name = key, valueFrom = value }]
  })
}

resource "aws_ecs_task_definition" "service" {
  for_each                 = local.services
  family                   = "${var.project}-${each.key}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.services[each.key].cpu
  memory                   = var.services[each.key].memory
  execution_role_arn       = aws_iam_role.start[each.key].arn
  container_definitions    = jsonencode(concat([local.main[each.key]], each.key == "stats" ? [local.migrate] : []))

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.architecture
  }
}

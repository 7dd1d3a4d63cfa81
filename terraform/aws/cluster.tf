# What the services run on: no machines of our own, an image for each, a log for each, and names to find one another by.

resource "aws_ecs_cluster" "edm" {
  name = var.project
}

resource "aws_ecr_repository" "service" {
  for_each             = local.services
  name                 = "${var.project}/${each.key}"
  image_tag_mutability = "IMMUTABLE"
  force_delete         = !var.deletion_protection

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "service" {
  for_each   = local.services
  repository = aws_ecr_repository.service[each.key].name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "The last twenty are enough to go back to"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 20 }
      action       = { type = "expire" }
    }]
  })
}

resource "aws_cloudwatch_log_group" "service" {
  for_each          = local.services
  name              = "/${var.project}/${each.key}"
  retention_in_days = var.log_days
}

# relay.edm.internal: the tasks that are well, for web to forward to. Only they are named there, and for ten seconds.
resource "aws_service_discovery_private_dns_namespace" "edm" {
  name = "${var.project}.internal"
  vpc  = aws_vpc.edm.id
}

resource "aws_service_discovery_service" "behind" {
  for_each = local.behind
  name     = each.key

  dns_config {
    namespace_id   = aws_service_discovery_private_dns_namespace.edm.id
    routing_policy = "MULTIVALUE"

    dns_records {
      type = "A"
      ttl  = 10
    }
  }

  health_check_custom_config {
    failure_threshold = 1
  }
}

# What starts a task may fetch its image, write its log and read its own secrets. The programs themselves ask nothing of AWS,
# so tasks have no role: whoever breaks into one finds no credentials.
resource "aws_iam_role" "start" {
  for_each = local.services
  name     = "${var.project}-${each.key}-start"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "start" {
  for_each = local.services
  name     = "start"
  role     = aws_iam_role.start[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" },
      {
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = aws_ecr_repository.service[each.key].arn
      },
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.service[each.key].arn}:*"
      },
      {
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = [for name in each.value.reads : aws_secretsmanager_secret.kept[name].arn]
      },
      {
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = aws_kms_key.edm.arn
        Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.${var.region}.amazonaws.com" } }
      },
    ]
  })
}

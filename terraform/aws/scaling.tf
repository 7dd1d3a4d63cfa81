# More tasks while there is more to do: by the processor, and those that read the log by how far behind they are.

locals {
  # Who reads as which group. A metric for each topic: the group is as far behind as in the worst of them.
  groups = { stream = "${var.kafka_prefix}edm-consumer-group-1", stats = "${var.kafka_prefix}edm-consumer-group-2" }
  inputs = { click = "${var.kafka_prefix}edm-ui-click", pageload = "${var.kafka_prefix}edm-ui-pageload", commerce = "${var.kafka_prefix}edm-ui-commerce" }
}

resource "aws_appautoscaling_target" "service" {
  for_each           = local.services
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.edm.name}/${aws_ecs_service.service[each.key].name}"
  min_capacity       = var.services[each.key].least
  max_capacity       = var.services[each.key].most
}

resource "aws_appautoscaling_policy" "processor" {
  for_each           = local.services
  name               = "processor"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.service[each.key].service_namespace
  scalable_dimension = aws_appautoscaling_target.service[each.key].scalable_dimension
  resource_id        = aws_appautoscaling_target.service[each.key].resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 60
    scale_out_cooldown = 120
    scale_in_cooldown  = 900

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

# Slowly: each task that comes or goes has partitions change hands.
resource "aws_appautoscaling_policy" "lag" {
  for_each           = local.groups
  name               = "lag"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.service[each.key].service_namespace
  scalable_dimension = aws_appautoscaling_target.service[each.key].scalable_dimension
  resource_id        = aws_appautoscaling_target.service[each.key].resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 30
    scale_out_cooldown = 300
    scale_in_cooldown  = 900

    customized_metric_specification {
      dynamic "metrics" {
        for_each = local.inputs
        content {
          id          = metrics.key
          return_data = false

          metric_stat {
            stat = "Maximum"

            metric {
              namespace   = "AWS/Kafka"
              metric_name = "EstimatedMaxTimeLag"

              dimensions {
                name  = "Cluster Name"
                value = aws_msk_cluster.edm.cluster_name
              }
              dimensions {
                name  = "Consumer Group"
                value = each.value
              }
              dimensions {
                name  = "Topic"
                value = metrics.value
              }
            }
          }
        }
      }

      metrics {
        id          = "worst"
        label       = "Seconds behind"
        expression  = "MAX(METRICS())"
        return_data = true
      }
    }
  }
}

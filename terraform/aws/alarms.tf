# What somebody has to look at. Silence is no alarm: a metric of lag comes with the first event, one of a topic with its first record.

resource "aws_cloudwatch_metric_alarm" "lag" {
  for_each            = local.groups
  alarm_name          = "${var.project}-${each.key}-is-behind"
  alarm_description   = "${each.key} shows what was more than a minute ago, for five minutes now: see its log, and whether it has reached its most tasks."
  comparison_operator = "GreaterThanThreshold"
  threshold           = 60
  evaluation_periods  = 5
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topics
  ok_actions          = var.alarm_topics

  dynamic "metric_query" {
    for_each = local.inputs
    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/Kafka"
        metric_name = "EstimatedMaxTimeLag"
        stat        = "Maximum"
        period      = 60
        dimensions  = { "Cluster Name" = aws_msk_cluster.edm.cluster_name, "Consumer Group" = each.value, Topic = metric_query.value }
      }
    }
  }

  metric_query {
    id          = "worst"
    label       = "Seconds behind"
    expression  = "MAX(METRICS())"
    return_data = true
  }
}

# By the topic and not by the log: the services write no line for each, and whatever wrote such a record, it ends up there.
resource "aws_cloudwatch_metric_alarm" "rejected" {
  alarm_name          = "${var.project}-records-are-rejected"
  alarm_description   = "Somebody writes records that cannot be read. The dashboard's pipeline, and GET /live/rejected, say which and why."
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topics
  ok_actions          = var.alarm_topics

  dynamic "metric_query" {
    for_each = toset(["1", "2", "3"])
    content {
      id = "broker${metric_query.key}"

      metric {
        namespace   = "AWS/Kafka"
        metric_name = "MessagesInPerSec"
        stat        = "Maximum"
        period      = 300
        dimensions  = { "Cluster Name" = aws_msk_cluster.edm.cluster_name, "Broker ID" = metric_query.key, Topic = "${var.kafka_prefix}edm-rejected" }
      }
    }
  }

  metric_query {
    id          = "all"
    label       = "Rejected records a second"
    expression  = "SUM(METRICS())"
    return_data = true
  }
}

locals {
  # Where one number says it: the metric, and what it must not be.
  limits = merge(
    { for broker in ["1", "2", "3"] : "broker-${broker}-disk-is-full" => {
      namespace = "AWS/Kafka", metric = "KafkaDataLogsDiskUsed", dimensions = { "Cluster Name" = aws_msk_cluster.edm.cluster_name, "Broker ID" = broker }
      statistic = "Maximum", is = "GreaterThanThreshold", threshold = 80, says = "More than 80 % of the disk of broker ${broker} is used: raise broker_storage."
    } },
    {
      database-disk-is-full = {
        namespace = "AWS/RDS", metric = "FreeStorageSpace", dimensions = { DBInstanceIdentifier = aws_db_instance.history.identifier }
        statistic = "Minimum", is = "LessThanThreshold", threshold = var.database_storage * pow(1024, 3) / 10, says = "The database is nearly full: raise database_storage."
      }
      relay-fails = {
        namespace = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", dimensions = { LoadBalancer = aws_lb.edm.arn_suffix, TargetGroup = aws_lb_target_group.service["relay"].arn_suffix }
        statistic = "Sum", is = "GreaterThanThreshold", threshold = 100, says = "The relay could not confirm over a hundred requests within five minutes: their senders hold on to them for an hour."
      }
    },
  )
}

resource "aws_cloudwatch_metric_alarm" "limit" {
  for_each            = local.limits
  alarm_name          = "${var.project}-${each.key}"
  alarm_description   = each.value.says
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  period              = 300
  comparison_operator = each.value.is
  threshold           = each.value.threshold
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topics
  ok_actions          = var.alarm_topics
}
